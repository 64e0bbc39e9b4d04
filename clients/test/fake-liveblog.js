/**
 * A liveblog in memory that keeps its change log to the letter: one row with text an entry, `superseded` and
 * `remove` in place of what was, and pins written anew when a row they were counted from loses its text.
 * `keepPinOrder: false` leaves that last rule out, so that a test can show it is missed.
 */
export class FakeLiveblog {
  constructor({ id = '01JLIVEBLOG', slug = 'a-blog', pageLimit = 100, now = () => 0, keepPinOrder = true, socket } = {}) {
    Object.assign(this, { id, slug, pageLimit, now, keepPinOrder, socket });
    this.face = { id, slug, headline: 'Ein Liveblog', language: 'de', status: 'live', startsAt: this.#time(), revision: 1 };
    this.rows = [];
    this.entries = new Map();
    this.pins = [];
    this.textSeqs = new Map();
    this.withdrawal = null;
    this.onHead = () => {};
    this.made = 0;
  }

  get headSeq() { return this.rows.length; }

  #time() { return new Date(1_760_000_000_000 + this.now()).toISOString(); }

  #append(op, content) {
    this.rows.push({ seq: this.headSeq + 1, op, at: this.#time(), ...content });
    return this.headSeq;
  }

  /** Writes the entry's newest text and takes it from the row that held it before. */
  #write(entry, op, position) {
    const seq = this.headSeq + 1;
    const written = { ...entry, seq, firstSeq: entry.firstSeq ?? seq };
    this.entries.set(entry.id, written);
    this.#append(op, { entry: written, ...(op === 'pin' && { position }) });
    const lost = this.textSeqs.get(entry.id);
    this.textSeqs.set(entry.id, seq);
    return lost && this.#takeText(lost, { op: 'superseded' });
  }

  /** Says whether the row was a pin, from which later positions may have been counted. */
  #takeText(seq, { op, entryId }) {
    const lost = this.rows[seq - 1];
    this.rows[seq - 1] = { seq, op, at: lost.at, ...(entryId && { entryId }) };
    return lost.op === 'pin' ? seq : 0;
  }

  #repairPins(lostPin) {
    const misled = lostPin && this.pins.some((id) => this.textSeqs.get(id) > lostPin);
    if (!misled || !this.keepPinOrder) return;
    for (const id of [...this.pins].reverse()) this.#write(this.entries.get(id), 'pin', 0);
  }

  #done() { this.onHead(this.headSeq); }

  post(fields = {}) {
    const id = `01JENTRY${String(++this.made).padStart(6, '0')}`;
    const at = this.#time();
    const entry = { id, status: 'published', revision: 1, headline: `Meldung ${this.made}`, body: [],
      keyEvent: false, pinned: false, significant: true, publishedAt: at, updatedAt: at, ...fields };
    this.#write(entry, 'put');
    this.#done();
    return id;
  }

  edit(id, fields) {
    const old = this.entries.get(id);
    const entry = { ...old, ...fields, revision: old.revision + 1, updatedAt: this.#time() };
    this.#repairPins(this.#write(entry, old.pinned ? 'pin' : 'put', this.pins.indexOf(id)));
    this.#done();
  }

  pin(id, at = 0) {
    this.pins = this.pins.filter((other) => other !== id);
    const position = Math.min(at, this.pins.length);
    this.pins.splice(position, 0, id);
    this.#repairPins(this.#write({ ...this.entries.get(id), pinned: true }, 'pin', position));
    this.#done();
  }

  unpin(id) {
    this.pins = this.pins.filter((other) => other !== id);
    this.entries.set(id, { ...this.entries.get(id), pinned: false, seq: this.headSeq + 1 });
    this.#append('unpin', { entryId: id });
    this.#done();
  }

  remove(id) {
    this.pins = this.pins.filter((other) => other !== id);
    this.entries.delete(id);
    const lostPin = this.#takeText(this.textSeqs.get(id), { op: 'remove', entryId: id });
    this.textSeqs.delete(id);
    this.#append('remove', { entryId: id });
    this.#repairPins(lostPin);
    this.#done();
  }

  /** An edit of the liveblog itself, or a change of its status. */
  change(fields) {
    this.face = { ...this.face, ...fields, revision: this.face.revision + 1 };
    const before = this.rows.findLast((row) => row.op === 'liveblog');
    this.#append('liveblog', {});
    this.rows[this.headSeq - 1].liveblog = this.#head();
    if (before) this.#takeText(before.seq, { op: 'superseded' });
    this.#done();
  }

  withdraw(reason) { this.withdrawal = { reason, withdrawnAt: this.#time() }; }

  /** Everything as it is now, for a restore from a backup. */
  backup() {
    const { face, rows, entries, pins, textSeqs, made } = this;
    return structuredClone({ face, rows, entries, pins, textSeqs, made });
  }

  restore(backup) { Object.assign(this, structuredClone(backup)); }

  #head() {
    return { ...this.face, headSeq: this.headSeq, entryCount: this.entries.size, updatedAt: this.#time() };
  }

  list() { return [...this.entries.values()].sort((a, b) => b.firstSeq - a.firstSeq); }

  pinned() { return this.pins.map((id) => this.entries.get(id)); }

  snapshot() {
    const socket = this.socket && { socket: this.socket };
    return { ...this.#head(), ...socket, entries: this.list().slice(0, 20), pinned: this.pinned() };
  }

  /** Answers one GET: `{status, headers, body}`. */
  answer(url) {
    const { pathname, searchParams } = new URL(url, 'http://fake');
    const [, route, name, list, ...rest] = pathname.split('/');
    if (route !== 'liveblogs' || rest.length > 0) return problem(404, 'not-found');
    if (!name) return ok({ items: this.withdrawal ? [] : [this.#head()] }, 10);
    if (name !== this.id && name !== this.slug) return problem(404, 'not-found');
    if (this.withdrawal) return problem(410, 'withdrawn', this.withdrawal);
    if (!list) return ok(this.snapshot(), 2);
    if (list === 'changes') return this.#changes(Number(searchParams.get('after') ?? 0));
    if (list === 'entries') return this.#page(Number(searchParams.get('limit') ?? 20), searchParams.get('cursor'));
    return problem(404, 'not-found');
  }

  #changes(after) {
    if (after > this.headSeq) return problem(410, 'resync');
    const changes = this.rows.slice(after, after + this.pageLimit);
    const more = after + changes.length < this.headSeq;
    const pollAfter = more ? 0 : { live: 5, paused: 30, upcoming: 60, ended: 300 }[this.face.status];
    const body = { changes, headSeq: this.headSeq, status: this.face.status, pollAfter, ...(more && { more }) };
    return ok(body, more ? 30 : 2);
  }

  #page(limit, cursor) {
    const below = cursor ? Number(Buffer.from(cursor, 'base64url').toString()) : Infinity;
    const rest = this.list().filter((entry) => entry.firstSeq < below);
    const items = rest.slice(0, limit);
    const last = items.at(-1)?.firstSeq;
    const next = items.length < rest.length && { next: Buffer.from(String(last)).toString('base64url') };
    return ok({ items, ...next }, 2);
  }
}

function ok(body, maxAge) {
  return { status: 200, headers: { 'cache-control': `max-age=${maxAge}` }, maxAge, body: JSON.stringify(body) };
}

export function problem(status, type, more = {}, headers = {}) {
  const body = JSON.stringify({ type: `/problems/${type}`, title: type, status, ...more });
  return { status, headers: { 'cache-control': 'no-store', ...headers }, maxAge: 0, body };
}
