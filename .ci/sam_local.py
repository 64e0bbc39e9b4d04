"""Calls the functions that `sam local` runs.

    sam_local.py events TEMPLATE LAMBDA    each file of events/ with the function that the template gives it to
    sam_local.py walk SAM STACK            the main job through two gateways, whose answers have to agree
"""

import json
import os
import pathlib
import re
import sys
import time
import urllib.error
import urllib.request

EVENTS = pathlib.Path("events")
PATIENCE = 60

# What is called by neither a route nor a queue.
OTHERS = {
    "article-changed": "PublicationFunction",
    "teaser-changed": "PublicationFunction",
    "liveblog-changed": "PublicationFunction",
    "log-moved": "PushFunction",
    "due-entries": "DueEntriesFunction",
    "socket-connect": "SocketsFunction",
    "socket-disconnect": "SocketsFunction",
    "socket-subscribe": "SocketsFunction",
}


def call(method, url, body=None, headers=None):
    """Status, headers and body of an answer, also of one that is an error."""
    request = urllib.request.Request(url, method=method, data=body, headers=headers or {})
    try:
        with urllib.request.build_opener(NoRedirects).open(request, timeout=PATIENCE) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.headers, answer.read()


class NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


# --- Events -----------------------------------------------------------------------------------------------


def triggers(template):
    """The functions by their routes, and by the names of their queues."""
    from samcli.yamlhelper import yaml_parse

    found = {}
    for name, resource in yaml_parse(pathlib.Path(template).read_text())["Resources"].items():
        if resource["Type"] != "AWS::Serverless::Function":
            continue
        for event in resource["Properties"].get("Events", {}).values():
            properties = event.get("Properties", {})
            if event["Type"] == "HttpApi":
                found[f"{properties['Method'].upper()} {properties['Path']}"] = name
            if event["Type"] == "SQS":
                found[queue_name(properties["Queue"])] = name
    return found


def queue_name(reference):
    """`ArticleIngestQueue` is called article-ingest."""
    target = reference["Fn::GetAtt"]
    logical = target[0] if isinstance(target, list) else target.split(".")[0]
    return re.sub("(?<=[a-z])(?=[A-Z])", "-", logical.removesuffix("Queue")).lower()


def function_of(name, event, functions):
    if name in OTHERS:
        return OTHERS[name]
    if "routeKey" in event:
        return functions[event["routeKey"]]
    queue = event["Records"][0]["eventSourceARN"].rsplit(":", 1)[1].removeprefix("extrablatt-")
    return functions.get(queue) or functions[queue.replace("-dead-letter", "-ingest-dead-letter")]


def complaint(event, status, error, answer):
    """What is wrong with the answer to an event; none if it is as it should be."""
    if status != 200 or error:
        return f"failed: {answer}"
    if "routeKey" in event:
        code = answer.get("statusCode") if isinstance(answer, dict) else None
        return None if code and code < 500 else f"answered {answer}"
    if isinstance(answer, dict) and answer.get("batchItemFailures"):
        return f"gave messages back: {answer}"
    return None


def run_events(template, address):
    functions = triggers(template)
    wrong = 0
    for file in sorted(EVENTS.glob("*.json")):
        event = json.loads(file.read_text())
        function = function_of(file.stem, event, functions)
        began = time.monotonic()
        status, headers, body = call(
            "POST", f"{address}/2015-03-31/functions/{function}/invocations", file.read_bytes()
        )
        answer = json.loads(body) if body.strip() else None
        wrongs = complaint(event, status, headers.get("X-Amz-Function-Error"), answer)
        milliseconds = round((time.monotonic() - began) * 1000)
        code = answer.get("statusCode", "taken") if isinstance(answer, dict) else "taken"
        print(f"{file.name:34} {function:34} {milliseconds:6} ms  {wrongs or code}", flush=True)
        wrong += wrongs is not None
    return wrong


# --- The main job -----------------------------------------------------------------------------------------

ARTICLE = {
    "headline": "Lighthouse reopens",
    "section": "Coast",
    "body": [{"type": "paragraph", "html": "It shines <em>again</em>."}],
}


def main_job(address, token):
    """Every answer of it, with the name of its step; what one answer says the next call needs."""
    steps = []

    def step(name, method, path, body=None, **headers):
        sent = {key.replace("_", "-"): value for key, value in headers.items()}
        if path.startswith("/newsroom") and token:
            sent["Authorization"] = f"Bearer {token}"
        if body is not None:
            sent.setdefault("Content-Type", "application/json")
        data = None if body is None else json.dumps(body).encode()
        status, answered, read = call(method, address + path, data, sent)
        steps.append((name, status, compared(answered), normalised(read)))
        return answered, json.loads(read) if read.strip().startswith(b"{") else {}

    saved, form = step("save", "POST", "/newsroom/articles", ARTICLE)
    article = form.get("id", "none")
    path = f"/newsroom/articles/{article}"
    step("read a draft", "GET", f"/articles/{article}")
    published, _ = step("publish", "POST", f"{path}/publish", {})
    step("list", "GET", "/articles")
    step("list by section", "GET", "/articles?section=Coast&limit=1")
    read, _ = step("read", "GET", f"/articles/{article}")
    step("read by slug", "GET", "/articles/lighthouse-reopens")
    step("read the head", "HEAD", f"/articles/{article}")
    step("read again", "GET", f"/articles/{article}", If_None_Match=read.get("ETag", ""))
    step("change blindly", "PATCH", path, {"kicker": "New"}, Content_Type="application/merge-patch+json")
    step(
        "change too late",
        "PATCH",
        path,
        {"kicker": "New"},
        Content_Type="application/merge-patch+json",
        If_Match=saved.get("ETag", ""),
    )
    changed, _ = step(
        "change",
        "PATCH",
        path,
        {"kicker": "New"},
        Content_Type="application/merge-patch+json",
        If_Match=published.get("ETag", ""),
    )
    step("replace with a fault", "PUT", path, {"headlin": "?"}, If_Match=changed.get("ETag", ""))
    step("revisions", "GET", f"{path}/revisions")
    step("publish the change", "POST", f"{path}/publish", {})
    step("read the change", "GET", f"/articles/{article}")
    step("withdraw", "POST", f"{path}/withdraw", {"reason": "It was not the lighthouse."})
    step("withdraw twice", "POST", f"{path}/withdraw", {"reason": "Again."})
    step("read what is gone", "GET", f"/articles/{article}")
    step("read what never was", "GET", "/articles/nowhere")
    _, liveblog = step("open a liveblog", "POST", "/newsroom/liveblogs", {"headline": "Storm", "status": "live"})
    blog = liveblog.get("id", "none")
    step("post", "POST", f"/newsroom/liveblogs/{blog}/entries", {"headline": "The ferries stop"})
    step("read the changes", "GET", f"/liveblogs/{blog}/changes?after=0")
    _, teaser = step("save a teaser", "POST", "/newsroom/video-teasers", {"title": "The ferry sails", "duration": "0:25 min"})
    step("publish a teaser", "POST", f"/newsroom/video-teasers/{teaser.get('id', 'none')}/publish", {})
    step("list teasers", "GET", "/video-teasers")
    return steps


def compared(headers):
    """The headers that a client relies on; others are the gateways' own."""
    kept = ("Cache-Control", "Content-Type", "Vary", "Retry-After")
    return {name: headers[name] for name in kept if headers.get(name)}


def normalised(body):
    """A body without what differs at every run: ids, times and hosts."""
    text = body.decode("utf-8", "replace")
    text = re.sub(r"\b01[0-9A-HJKMNP-TV-Z]{24}\b", "ID", text)
    text = re.sub(r"\b01[0-9a-hjkmnp-tv-z]{24}\b", "ID", text)
    text = re.sub(r"\d{4}-\d\d-\d\dT[0-9:.]+Z", "TIME", text)
    text = re.sub(r'"savedBy":"[^"]*"|"provider":"[^"]*"', "CALLER", text)
    text = re.sub(r'"socket":"[^"]*",?', "", text)
    return re.sub(r"urn:request:[^\"]*", "REQUEST", text)


def walk(sam, stack):
    in_containers = main_job(sam, None)
    in_stack = main_job(stack, os.environ["TOKEN"])
    wrong = 0
    for (name, *there), (_, *here) in zip(in_containers, in_stack):
        agrees = there == here
        print(f"{name:24} {there[0]}  {'as in the local stack' if agrees else 'DIFFERS'}", flush=True)
        if not agrees:
            print(f"  sam local:   {there}\n  local stack: {here}")
        wrong += not agrees
    return wrong


def main():
    command, first, second = sys.argv[1:]
    wrong = run_events(first, second) if command == "events" else walk(first, second)
    if wrong:
        sys.exit(f"sam local: {wrong} answers are wrong")


main()
