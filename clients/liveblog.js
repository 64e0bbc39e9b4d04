/**
 * Follows a liveblog of Extrablatt: takes a snapshot, then applies every change in order, by polling and,
 * where the snapshot names a socket, the moment it happens. README.md has the options and the promises.
 *   const live = follow('https://news.example', 'election-night', { onChange: ({ entries, pinned }) => … });
 *   await live.loadOlder(); live.stop();
 */
const HELD = Symbol('held'); // what a state knows beyond what it shows
const CACHED = 3_000; // a cached page may be this old (ms); one older than our snapshot would revive the removed

/** The state of a reader who has just taken this snapshot. */
export function fromSnapshot({ entries, pinned, ...liveblog }) {
  const known = new Map([...pinned, ...entries].map((entry) => [entry.id, entry]));
  const oldest = Math.min(liveblog.headSeq + 1, ...entries.map((entry) => entry.firstSeq));
  const floor = entries.length === liveblog.entryCount ? 0 : oldest; // below it the list would have holes
  const pins = pinned.map((entry) => entry.id);
  return show({ liveblog, headSeq: liveblog.headSeq, known, gone: new Set(), pins, floor });
}

/** The state after one row of `changes`, or after several in their order; the given state stays as it is. */
export function applyChange(state, ...rows) {
  return edit(state, (held) => rows.forEach((row) => apply(held, row)));
}

/** The state after a page of older entries; what was changed or removed meanwhile stays changed or removed. */
export function addOlder(state, items, isLast) {
  return edit(state, (held) => {
    for (const entry of items) if (entry.firstSeq <= held.headSeq) learn(held, entry); // newer: by a change
    held.floor = isLast ? 0 : Math.min(held.floor, ...items.map((entry) => entry.firstSeq));
  });
}

function edit(state, change) {
  const { known, gone, ...rest } = state[HELD];
  const held = { ...rest, known: new Map(known), gone: new Set(gone) };
  change(held);
  return show(held);
}

function apply(held, { op, seq, entry, entryId = entry?.id, position, liveblog }) {
  held.headSeq = seq;
  if (op === 'liveblog') held.liveblog = liveblog;
  if (op === 'put' || op === 'pin') learn(held, entry);
  if (op === 'pin' || op === 'unpin' || op === 'remove') held.pins = held.pins.filter((id) => id !== entryId);
  const known = held.known.get(entryId);
  if (op === 'pin' && known) held.pins.splice(position, 0, entryId);
  if (op === 'unpin' && known) learn(held, Object.freeze({ ...known, seq, pinned: false }));
  if (op === 'remove') held.gone.add(entryId) && held.known.delete(entryId);
}

function learn({ known, gone }, entry) {
  if (!gone.has(entry.id) && !(known.get(entry.id)?.seq > entry.seq)) known.set(entry.id, entry);
}

function show(held) {
  const { liveblog, headSeq, known, pins, floor } = held;
  const listed = [...known.values()].filter((entry) => entry.firstSeq >= floor);
  const entries = Object.freeze(listed.sort((a, b) => b.firstSeq - a.firstSeq));
  const pinned = Object.freeze(pins.map((id) => known.get(id)));
  return Object.freeze({ liveblog, entries, pinned, headSeq, complete: floor === 0, [HELD]: held });
}

const parse = (text) => JSON.parse(text, (_, value) => Object.freeze(value));
const parseOrNothing = (text) => { try { return parse(text) ?? {}; } catch { return {}; } };

/** Follows the liveblog until `stop()`, its withdrawal, or a first answer that says there is none. */
export function follow(baseUrl, idOrSlug, {
  onChange = () => {}, onState = () => {}, fromStart = false, pageSize = 50,
  fetch = globalThis.fetch, WebSocket = globalThis.WebSocket, setTimeout = globalThis.setTimeout,
  clearTimeout = globalThis.clearTimeout, now = Date.now, random = Math.random,
} = {}) {
  let id = encodeURIComponent(idOrSlug), state, snapshots = 0, takenAt, stale = true, stopped = false;
  let name, failures = 0, told = 0, wake = () => {}, cursor, older, socket, socketUrl, socketTimer;
  const publish = (next) => { state = next; queueMicrotask(() => stopped || onChange(next)); };
  const enter = (next, more) => { name = next; queueMicrotask(() => onState({ ...more, name: next })); };
  const nudge = () => failures === 0 && wake();
  const backoff = (tries) => Math.min(60_000, 1_000 * 2 ** tries) * (0.5 + random() / 2);
  const pause = (ms = 0) => new Promise((resolve) => {
    const timer = setTimeout(resolve, stopped ? 0 : ms);
    wake = () => { clearTimeout(timer); resolve(); };
  });

  async function get(path) {
    const response = await fetch(`${baseUrl}/liveblogs/${path}`, { signal: AbortSignal.timeout(30_000) });
    const text = await response.text();
    if (stopped) throw new Error('stopped');
    if (response.ok) return parse(text);
    const { status, headers } = response, after = headers.get('retry-after');
    const retryAfter = Number(after) * 1_000 || Date.parse(after) - now() || 0; // seconds or a date
    throw Object.assign(new Error(`${status} for ${path}`), { status, retryAfter, problem: parseOrNothing(text) });
  }
  async function takeSnapshot() {
    const snapshot = await get(id), nothing = { entries: [], pinned: [], entryCount: 0, headSeq: 0 };
    [id, socketUrl, takenAt, cursor] = [snapshot.id, snapshot.socket, now(), undefined];
    [stale, snapshots] = [false, snapshots + 1];
    publish(fromSnapshot(fromStart ? { ...snapshot, ...nothing } : snapshot));
    if (socketUrl && WebSocket && !socket) listen();
  }
  async function readChanges() {
    const { headSeq } = state, toldBefore = told;
    const { changes, more, pollAfter } = await get(`${id}/changes?after=${headSeq}`);
    if (changes.some((row, index) => row.seq !== headSeq + 1 + index)) throw new Error(`gap after ${headSeq}`);
    failures = 0;
    if (name !== 'following') enter('following');
    if (changes.length > 0) publish(applyChange(state, ...changes));
    if ((more && changes.length > 0) || told > Math.max(toldBefore, state.headSeq)) return 0;
    if (told <= state.headSeq) return (pollAfter || 5) * 1_000 * (1 + random() / 10);
    told = 0; // a cache has answered that does not know yet what we were told: ask once more
    return CACHED;
  }
  function recover({ status, problem, message, retryAfter = 0 }) {
    const resync = problem?.type === '/problems/resync', wait = Math.max(retryAfter, backoff(failures++));
    const refused = !state && status >= 400 && status < 500 && status !== 408 && status !== 429;
    const last = status === 410 && !resync ? 'withdrawn' : refused && 'failed';
    if (!stopped) enter(last || 'retrying', { ...problem, message, wait });
    if (last) stop();
    stale ||= resync;
    return wait;
  }
  async function run() {
    while (!stopped) await pause(await (stale ? takeSnapshot() : readChanges()).catch(recover));
  }
  function listen(tries = 0) {
    socket = new WebSocket(socketUrl);
    socket.onopen = () => { socket.send(JSON.stringify({ action: 'subscribe', liveblogId: id })); nudge(); };
    socket.onmessage = ({ data }) => {
      const { liveblogId, headSeq } = parseOrNothing(data);
      if (liveblogId === id && headSeq > state.headSeq) { told = Math.max(told, headSeq); nudge(); }
      tries = 0;
    };
    socket.onerror = () => {}; // `onclose` follows
    socket.onclose = () => { if (!stopped) socketTimer = setTimeout(() => listen(tries + 1), backoff(tries)); };
  }
  async function pageBack() {
    const floor = state?.[HELD].floor;
    while (floor > 0 && state[HELD].floor === floor) {
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, takenAt + CACHED - now())));
      const before = snapshots;
      const { items, next } = await get(`${id}/entries?limit=${pageSize}${cursor ? `&cursor=${cursor}` : ''}`);
      if (before !== snapshots) continue; // begins again from the new snapshot
      cursor = next;
      publish(addOlder(state, items, !next));
    }
    return !state?.complete;
  }
  const stop = () => { stopped = true; wake(); clearTimeout(socketTimer); socket?.close(); };
  run();
  const loadOlder = () => (older ??= pageBack().finally(() => { older = undefined; }));
  return { stop, loadOlder, get state() { return state; } };
}
