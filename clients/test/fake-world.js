/** A clock that tests move, a seeded die, and a network with a shared cache, delays and faults. */
import { problem } from './fake-liveblog.js';

/** Numbers in [0, 1) that a seed decides (mulberry32). */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export class FakeClock {
  #now = 0;
  #timers = new Map();
  #last = 0;

  now = () => this.#now;

  setTimeout = (run, ms = 0) => {
    this.#timers.set(++this.#last, { at: this.#now + ms, run });
    return this.#last;
  };

  clearTimeout = (timer) => { this.#timers.delete(timer); };

  get pending() { return this.#timers.size; }

  /** Lets the time pass, one timer after the other, each with all that follows from it. */
  async advance(ms) {
    const until = this.#now + ms;
    await settled();
    for (let timer = this.#next(until); timer; timer = this.#next(until)) {
      const { at, run } = this.#timers.get(timer);
      this.#timers.delete(timer);
      this.#now = at;
      run();
      await settled();
    }
    this.#now = until;
  }

  /** Lets the time pass until the promise is kept or broken, an hour at most. */
  async until(promise) {
    let open = true;
    promise.catch(() => {}).finally(() => { open = false; });
    for (let seconds = 0; open && seconds < 3_600; seconds++) await this.advance(1_000);
    if (open) throw new Error('nothing came of it within an hour');
    return promise;
  }

  #next(until) {
    let next;
    let soonest = until;
    for (const [timer, { at }] of this.#timers) {
      if (at < soonest || (at === soonest && next === undefined)) [next, soonest] = [timer, at];
    }
    return next;
  }
}

/** All promises that can go on without time passing have gone on. */
export const settled = () => new Promise((resolve) => { setImmediate(resolve); });

/** What lies between the readers and the server. `fault(url)` may answer in its place or throw. */
export class FakeNetwork {
  requests = [];
  sockets = new Set();
  fault = () => undefined;
  alter = (answer) => answer;
  #cache = new Map();

  constructor(server, clock, { cached = false, delay = () => 0 } = {}) {
    Object.assign(this, { server, clock, cached, delay });
    server.onHead = (headSeq) => this.broadcast(headSeq);
  }

  /** A `fetch` of its own for each reader, which fails when a second read of changes begins before the first ended. */
  fetchForOneReader() {
    let reading = 0;
    return async (url) => {
      const isChanges = url.includes('/changes');
      if (isChanges && ++reading > 1) throw new Error('two reads of changes at a time');
      try {
        return await this.#request(url);
      } finally {
        if (isChanges) reading--;
      }
    };
  }

  async #request(url) {
    this.requests.push({ url, at: this.clock.now() });
    await this.#wait();
    const { status, headers, body } = this.fault(url) ?? this.#fromCache(url);
    await this.#wait();
    return new Response(body, { status, headers });
  }

  #fromCache(url) {
    const kept = this.#cache.get(url);
    if (kept && this.clock.now() < kept.until) return kept.answer;
    const answer = this.alter(this.server.answer(url), url);
    if (this.cached) this.#cache.set(url, { answer, until: this.clock.now() + answer.maxAge * 1_000 });
    return answer;
  }

  #wait() {
    const ms = this.delay();
    return ms > 0 ? new Promise((resolve) => { this.clock.setTimeout(resolve, ms); }) : undefined;
  }

  broadcast(headSeq) {
    for (const socket of this.sockets) socket.tell({ liveblogId: this.server.id, headSeq });
  }

  /** A `WebSocket` class whose connections end here. */
  get WebSocket() {
    const network = this;
    return class {
      sent = [];

      constructor(url) {
        this.url = url;
        network.sockets.add(this);
        network.clock.setTimeout(() => this.onopen?.(), network.delay());
      }

      send(text) { this.sent.push(JSON.parse(text)); }

      tell(message) {
        const subscribed = this.sent.some(({ action, liveblogId }) => action === 'subscribe' && liveblogId === message.liveblogId);
        const data = JSON.stringify(message);
        if (subscribed) network.clock.setTimeout(() => this.onmessage?.({ data }), network.delay());
      }

      close() {
        if (network.sockets.delete(this)) network.clock.setTimeout(() => this.onclose?.(), 0);
      }
    };
  }
}

/** What a server in trouble says, one of several by the die. */
export function someFault(random) {
  const faults = [
    () => { throw new TypeError('fetch failed'); },
    () => problem(503, 'busy', {}, { 'retry-after': '2' }),
    () => problem(500, 'internal'),
    () => ({ status: 429, headers: {}, body: '{"message": "Too Many Requests"}' }),
    () => ({ status: 504, headers: {}, body: '<html>timed out</html>' }),
    () => ({ status: 200, headers: {}, body: '{"changes": [{"seq": 1, "op"' }),
  ];
  return faults[Math.floor(random() * faults.length)]();
}
