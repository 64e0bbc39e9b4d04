package extrablatt.http;

import com.fasterxml.jackson.core.JsonGenerator;
import extrablatt.domain.Bytes;
import extrablatt.domain.Fault;
import extrablatt.domain.Place;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A problem document (RFC 9457).
 *
 * @param members further members of the document, such as {@code reason}
 * @param headers headers of the answer, such as {@code Retry-After}
 */
public record Problem(
    ProblemType type,
    String detail,
    List<Fault> faults,
    Map<String, String> members,
    Map<String, String> headers) {
  public Problem {
    faults = List.copyOf(faults);
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** A problem of which there is no more to say. */
  public static Problem of(ProblemType type, String detail) {
    return new Problem(type, detail, List.of(), Map.of(), Map.of());
  }

  /** The same with the places where something is wrong. */
  Problem withFaults(List<Fault> newFaults) {
    return new Problem(type, detail, newFaults, members, headers);
  }

  /** The same with one more member. */
  Problem withMember(String name, String value) {
    var more = new LinkedHashMap<>(members);
    more.put(name, value);
    return new Problem(type, detail, faults, more, headers);
  }

  /** The same with one more header. */
  Problem withHeader(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Problem(type, detail, faults, members, more);
  }

  /** The answer to the call with that id; nothing keeps it. */
  public Response response(String requestId) {
    var response =
        Response.of(type.status())
            .withText("application/problem+json", document(requestId))
            .with("Cache-Control", CacheControl.NO_STORE);
    for (var header : headers.entrySet()) {
      response = response.with(header.getKey(), header.getValue());
    }
    return response;
  }

  /** The document alone. */
  public Bytes document(String requestId) {
    return Json.bytes(json -> write(json, requestId));
  }

  private void write(JsonGenerator json, String requestId) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", type.address());
    json.writeStringField("title", type.title());
    json.writeNumberField("status", type.status());
    json.writeStringField("detail", detail);
    json.writeStringField("instance", "urn:request:" + requestId);
    for (var member : members.entrySet()) {
      json.writeStringField(member.getKey(), member.getValue());
    }
    if (!faults.isEmpty()) {
      json.writeArrayFieldStart("errors");
      for (var fault : faults) write(json, fault);
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Fault fault) throws IOException {
    json.writeStartObject();
    switch (fault.place()) {
      case Place.Pointer(var pointer) -> json.writeStringField("pointer", pointer);
      case Place.LineColumn(var line, var column) -> {
        json.writeNumberField("line", line);
        json.writeNumberField("column", column);
      }
    }
    json.writeStringField("detail", fault.detail());
    json.writeEndObject();
  }
}
