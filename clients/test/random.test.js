/** Editors at random, readers at random: whoever catches up holds exactly the server's liveblog. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyChange, follow, fromSnapshot } from '../liveblog.js';
import { differences } from './compare.js';
import { FakeLiveblog } from './fake-liveblog.js';
import { FakeClock, FakeNetwork, seeded, settled, someFault } from './fake-world.js';

const EMPTY = { entries: [], pinned: [], entryCount: 0, headSeq: 0 };

/** One random change; pins and edits of what is pinned are frequent, since their order is the hard part. */
function editAtRandom(server, random) {
  const pick = (ids) => ids[Math.floor(random() * ids.length)];
  const ids = [...server.entries.keys()];
  const roll = random();
  if (ids.length === 0 || roll < 0.3) return server.post({ keyEvent: random() < 0.2 });
  if (roll < 0.5) return server.edit(pick(ids), { headline: `Neu ${Math.floor(random() * 1e6)}` });
  if (roll < 0.58 && server.pins.length > 0) return server.edit(pick(server.pins), { keyEvent: random() < 0.5 });
  if (roll < 0.73 && server.pins.length < 20) return server.pin(pick(ids), Math.floor(random() * 4));
  if (roll < 0.82 && server.pins.length > 0) return server.unpin(pick(server.pins));
  if (roll < 0.97) return server.remove(random() < 0.3 && server.pins.length > 0 ? pick(server.pins) : pick(ids));
  return server.change({ headline: `Titel ${Math.floor(random() * 1e6)}`, status: pick(['live', 'paused', 'ended']) });
}

/** Reads the log from 0 by the pure functions alone. */
function readAll(server, order = (rows) => rows) {
  const state = fromSnapshot({ ...server.snapshot(), ...EMPTY });
  return applyChange(state, ...order([...server.rows]));
}

class RandomReader {
  asleep = false;
  states = 0;

  constructor(network, clock, random, restarts) {
    Object.assign(this, { network, clock, random, restarts });
    this.start();
  }

  start() {
    const { network, clock, random } = this;
    this.live?.stop();
    this.since = undefined;
    this.live = follow('http://fake', random() < 0.5 ? 'a-blog' : network.server.id, {
      fromStart: random() < 0.3,
      pageSize: 1 + Math.floor(random() * 30),
      fetch: network.fetchForOneReader(),
      WebSocket: random() < 0.5 ? network.WebSocket : undefined,
      setTimeout: (run, ms) => clock.setTimeout(run, ms + (this.asleep && random() < 0.5 ? 600_000 : 0)),
      clearTimeout: clock.clearTimeout,
      now: clock.now,
      random,
      onChange: (state) => this.look(state),
    });
  }

  /** At every moment the list is in order, without doubles, and every pin is an entry. */
  look(state) {
    this.states++;
    this.since ??= state.headSeq;
    const numbers = state.entries.map((entry) => entry.firstSeq);
    assert.ok(numbers.every((number, index) => index === 0 || number < numbers[index - 1]), 'ordered, no doubles');
    assert.ok(state.pinned.every((entry) => entry), 'every pin is an entry');
    assert.equal(new Set(state.pinned).size, state.pinned.length);
  }

  act() {
    const roll = this.random();
    if (roll < 0.1) this.asleep = this.random() < 0.4;
    else if (roll < 0.13 && this.restarts) this.start();
    else if (roll < 0.3) this.live.loadOlder().catch(() => {});
  }
}

async function liveThrough(seed, { operations = 400, readers: count = 12, alter, restarts = true, ...options } = {}) {
  const random = seeded(seed);
  const clock = new FakeClock();
  const server = new FakeLiveblog({ now: clock.now, pageLimit: 7, socket: 'wss://fake/socket', ...options });
  const delay = () => Math.floor(random() * 900);
  const network = new FakeNetwork(server, clock, { cached: true, delay });
  network.fault = (url) => {
    const roll = random();
    if (roll < 0.08) return someFault(random);
    if (roll < 0.09 && restarts && url.includes('/changes')) return { status: 410, headers: {}, body: '{"type": "/problems/resync"}' };
    return undefined;
  };
  if (alter) network.alter = (answer, url) => alter(answer, url, random);
  const readers = [];
  for (let done = 0; done < operations; done++) {
    editAtRandom(server, random);
    if (readers.length < count && random() < 0.1) readers.push(new RandomReader(network, clock, random, restarts));
    for (const reader of readers) reader.act();
    for (const socket of network.sockets) if (random() < 0.02) socket.close();
    await clock.advance(Math.floor(random() ** 3 * 8_000));
  }
  network.fault = () => undefined;
  network.alter = (answer) => answer;
  for (const reader of readers) reader.asleep = false;
  await clock.advance(1_500_000);
  return { server, clock, network, readers };
}

for (let seed = 1; seed <= 8; seed++) {
  test(`every reader that catches up equals the server (seed ${seed})`, async () => {
    const { server, clock, network, readers } = await liveThrough(seed);

    for (const { live, since } of readers) {
      assert.deepEqual(differences(live.state, server), []);
      const mustHold = server.list().filter((entry) => entry.firstSeq > since).length;
      assert.ok(live.state.entries.length >= mustHold, 'all that was posted since the reader came');
    }
    for (const { live } of readers) {
      while (await clock.until(live.loadOlder()));
      assert.equal(live.state.complete, true);
      assert.deepEqual(differences(live.state, server), []);
      live.stop();
    }
    await settled();
    await clock.advance(60_000);
    assert.equal(clock.pending, 0, 'no timer outlives its reader');
    assert.ok(network.requests.length > 1_000);
  });
}

test('a reader of the whole log equals the server, from whichever number', () => {
  for (let seed = 100; seed < 160; seed++) {
    const random = seeded(seed);
    const server = new FakeLiveblog();
    const joined = [];
    for (let done = 0; done < 150; done++) {
      editAtRandom(server, random);
      if (random() < 0.2) joined.push(fromSnapshot(structuredClone(server.snapshot())));
    }

    for (const state of [readAll(server), ...joined.map((state) => applyChange(state, ...server.rows.slice(state.headSeq)))]) {
      assert.deepEqual(differences(state, server), [], `seed ${seed}`);
    }
  }
});

const seeds = Array.from({ length: 40 }, (_, index) => index + 1);

function faultyRuns(build, read = readAll) {
  return seeds.filter((seed) => {
    const random = seeded(seed);
    const server = build(random);
    for (let done = 0; done < 120; done++) editAtRandom(server, random);
    return differences(read(server), server).length > 0;
  }).length;
}

test('the comparison finds rows that are applied out of order', () => {
  const swapped = (rows) => [...rows.slice(0, 1), ...rows.slice(1).reverse()];

  assert.equal(faultyRuns(() => new FakeLiveblog()), 0);
  assert.ok(faultyRuns(() => new FakeLiveblog(), (server) => readAll(server, swapped)) > 30);
});

test('the comparison finds a server that does not repair the order of its pins', () => {
  assert.ok(faultyRuns(() => new FakeLiveblog({ keepPinOrder: false })) > 3);
});

test('the comparison finds readers from whom rows were kept', async () => {
  const loseRows = (answer, url, random) => {
    if (!url.includes('/changes') || answer.status !== 200) return answer;
    const body = JSON.parse(answer.body);
    const changes = body.changes.map((row) => (random() < 0.1 ? { seq: row.seq, op: 'superseded', at: row.at } : row));
    return { ...answer, body: JSON.stringify({ ...body, changes }) };
  };

  const { server, readers } = await liveThrough(1, { alter: loseRows, restarts: false });

  assert.ok(readers.filter(({ live }) => differences(live.state, server).length > 0).length > 3);
  for (const { live } of readers) live.stop();
});
