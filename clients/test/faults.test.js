/** What the client does when the server, the network or the socket fails it. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { test } from 'node:test';
import { addOlder, applyChange, follow, fromSnapshot } from '../liveblog.js';
import { differences } from './compare.js';
import { FakeLiveblog, problem } from './fake-liveblog.js';
import { FakeClock, FakeNetwork, settled } from './fake-world.js';

/** A server, a network and one reader, on a clock that stands still until the test moves it. */
function world({ entries = 3, options = {}, ...server } = {}) {
  const clock = new FakeClock();
  const liveblog = new FakeLiveblog({ now: clock.now, ...server });
  const network = new FakeNetwork(liveblog, clock);
  for (let made = 0; made < entries; made++) liveblog.post();
  const states = [];
  const shown = [];
  const start = () => follow('http://fake', 'a-blog', {
    fetch: network.fetchForOneReader(), WebSocket: network.WebSocket,
    setTimeout: clock.setTimeout, clearTimeout: clock.clearTimeout, now: clock.now, random: () => 0,
    onState: (state) => states.push(state), onChange: (state) => shown.push(state), ...options,
  });
  const changes = () => network.requests.filter(({ url }) => url.includes('/changes'));
  return { clock, liveblog, network, states, shown, start, changes };
}

test('changes come at the pace that pollAfter names', async () => {
  const { clock, liveblog, start, changes } = world();
  const live = start();
  await clock.advance(21_000);
  assert.deepEqual(changes().map(({ at }) => at), [0, 5_000, 10_000, 15_000, 20_000]);

  liveblog.change({ status: 'paused' });
  await clock.advance(64_000);

  assert.deepEqual(changes().slice(5).map(({ at }) => at), [25_000, 55_000, 85_000]);
  assert.equal(live.state.liveblog.status, 'paused');
});

test('a page that the limit cut is followed by the next one at once', async () => {
  const { clock, liveblog, start, changes, shown } = world({ pageLimit: 2 });
  const live = start();
  await clock.advance(100);
  for (let made = 0; made < 9; made++) liveblog.post();

  await clock.advance(5_000);

  assert.deepEqual(differences(live.state, liveblog), []);
  assert.deepEqual(changes().slice(1).map(({ url }) => url.split('=')[1]), ['3', '5', '7', '9', '11']);
  assert.equal(changes().at(-1).at, 5_000);
  assert.deepEqual(shown.map(({ headSeq }) => headSeq), [3, 5, 7, 9, 11, 12]);
});

test('503 with Retry-After is obeyed, then reading goes on', async () => {
  const { clock, liveblog, network, states, start, changes } = world();
  const live = start();
  await clock.advance(100);
  liveblog.post();
  network.fault = () => problem(503, 'busy', {}, { 'retry-after': '7' });
  await clock.advance(5_000);
  network.fault = () => undefined;

  await clock.advance(6_800);
  assert.equal(changes().length, 2);
  await clock.advance(200);

  assert.deepEqual(changes().map(({ at }) => at), [0, 5_000, 12_000]);
  assert.deepEqual(states.map(({ name }) => name), ['following', 'retrying', 'following']);
  assert.equal(states[1].wait, 7_000);
  assert.deepEqual(differences(live.state, liveblog), []);
});

test('Retry-After may be a date', async () => {
  const { clock, network, states, start } = world();
  network.fault = () => problem(503, 'busy', {}, { 'retry-after': new Date(9_000).toUTCString() });
  start();

  await clock.advance(0);

  assert.equal(states[0].wait, 9_000);
});

test('pauses grow while the network is away, from the first request on', async () => {
  const { clock, liveblog, network, start } = world();
  network.fault = () => { throw new TypeError('fetch failed'); };
  const live = start();

  await clock.advance(200_000);

  const times = network.requests.map(({ at }) => at);
  const pauses = times.slice(1).map((at, index) => at - times[index]);
  assert.deepEqual(pauses, [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000, 30_000, 30_000]);
  network.fault = () => undefined;
  await clock.advance(30_000);
  assert.deepEqual(differences(live.state, liveblog), []);
});

test('an answer that is cut in the middle changes nothing and is asked for again', async () => {
  const { clock, liveblog, network, start } = world();
  const live = start();
  await clock.advance(100);
  liveblog.post();
  network.alter = (answer) => ({ ...answer, body: answer.body.slice(0, -20) });
  await clock.advance(5_000);
  assert.equal(live.state.headSeq, 3);

  network.alter = (answer) => answer;
  await clock.advance(2_000);

  assert.deepEqual(differences(live.state, liveblog), []);
});

test('a page with a hole is refused whole', async () => {
  const { clock, liveblog, network, states, start } = world();
  const live = start();
  await clock.advance(100);
  for (let made = 0; made < 3; made++) liveblog.post();
  network.alter = (answer) => {
    const body = JSON.parse(answer.body);
    return { ...answer, body: JSON.stringify({ ...body, changes: body.changes.filter(({ seq }) => seq !== 5) }) };
  };

  await clock.advance(5_000);

  assert.equal(live.state.headSeq, 3);
  assert.match(states.at(-1).message, /gap after 3/);
});

test('after a resync the reader begins from a new snapshot', async () => {
  const { clock, liveblog, states, start, shown } = world();
  const live = start();
  await clock.advance(100);
  const backup = liveblog.backup();
  liveblog.post({ headline: 'Ging mit dem Ausfall verloren' });
  await clock.advance(5_000);
  assert.equal(live.state.headSeq, 4);

  liveblog.restore(backup);
  await clock.advance(6_000);

  assert.deepEqual(differences(live.state, liveblog), []);
  assert.equal(shown.at(-1).headSeq, 3);
  assert.deepEqual(states.map(({ name }) => name), ['following', 'retrying', 'following']);
});

test('a withdrawn liveblog ends the reading, with the reason', async () => {
  const { clock, liveblog, network, states, start } = world({ socket: 'wss://fake' });
  start();
  await clock.advance(100);
  liveblog.withdraw('Rechte fehlen');

  await clock.advance(600_000);

  assert.equal(states.at(-1).name, 'withdrawn');
  assert.equal(states.at(-1).reason, 'Rechte fehlen');
  assert.equal(clock.pending, 0);
  assert.equal(network.sockets.size, 0);
});

test('a liveblog that is not there ends the reading at once', async () => {
  const { clock, states, start } = world({ slug: 'another-one' });
  start();

  await clock.advance(60_000);

  assert.deepEqual(states.map(({ name, status }) => [name, status]), [['failed', 404]]);
  assert.equal(clock.pending, 0);
});

test('the socket brings a change at once and polling goes on beside it', async () => {
  const { clock, liveblog, network, start, changes } = world({ socket: 'wss://fake' });
  const live = start();
  await clock.advance(1_000);
  assert.deepEqual([...network.sockets].map(({ url, sent }) => [url, sent]),
      [['wss://fake', [{ action: 'subscribe', liveblogId: liveblog.id }]]]);

  liveblog.post();
  await clock.advance(0);
  assert.deepEqual(differences(live.state, liveblog), []);
  assert.equal(changes().at(-1).at, 1_000);

  liveblog.onHead = () => {};
  liveblog.post();
  await clock.advance(5_000);
  assert.deepEqual(differences(live.state, liveblog), []);
});

test('a message that runs ahead of a cache is asked for once more', async () => {
  const { clock, liveblog, network, start, changes } = world({ socket: 'wss://fake' });
  network.cached = true;
  liveblog.change({ status: 'ended' });
  const live = start();
  await clock.advance(1_000);

  liveblog.post();
  await clock.advance(3_000);

  assert.deepEqual(differences(live.state, liveblog), []);
  const asked = changes().length;
  network.broadcast(99);
  await clock.advance(100_000);
  assert.equal(changes().length, asked + 2, 'a number that never comes is not waited for');
});

test('what the socket says does not cut a Retry-After short', async () => {
  const { clock, liveblog, network, start, changes } = world({ socket: 'wss://fake' });
  start();
  await clock.advance(1_000);
  network.fault = () => problem(503, 'busy', {}, { 'retry-after': '60' });
  liveblog.post();
  await clock.advance(0);
  const asked = changes().length;

  liveblog.post();
  await clock.advance(59_000);

  assert.equal(changes().length, asked);
});

test('what the socket says while an answer is under way is read right after it', async () => {
  const { clock, liveblog, network, start, changes } = world({ socket: 'wss://fake' });
  const live = start();
  await clock.advance(4_000);
  const slowly = [0, 500];
  network.delay = () => slowly.shift() ?? 0;
  await clock.advance(1_100);
  liveblog.post();
  assert.equal(live.state.headSeq, 3);

  await clock.advance(400);

  assert.deepEqual(changes().slice(-2).map(({ at }) => at), [5_000, 5_500]);
  assert.deepEqual(differences(live.state, liveblog), []);
});

test('a dropped socket is opened again, ever more slowly, until it speaks', async () => {
  const { clock, liveblog, network, start } = world({ socket: 'wss://fake' });
  const live = start();
  await clock.advance(1_000);
  const drop = async (ms) => {
    for (const socket of network.sockets) socket.close();
    await clock.advance(ms - 1);
    assert.equal(network.sockets.size, 0);
    await clock.advance(1);
    assert.equal(network.sockets.size, 1);
  };

  await drop(500);
  await drop(1_000);
  await drop(2_000);
  liveblog.post();
  await clock.advance(0);
  await drop(500);

  await clock.advance(0);
  liveblog.post();
  await clock.advance(0);
  assert.deepEqual(differences(live.state, liveblog), []);
});

test('what a socket says that is not for us is passed over', async () => {
  const { clock, network, start, changes } = world({ socket: 'wss://fake' });
  start();
  await clock.advance(1_000);
  const [socket] = network.sockets;
  const asked = changes().length;

  for (const data of ['', 'null', '{"message": "Internal server error"}', '{"liveblogId": "other", "headSeq": 99}',
    '{"liveblogId": "01JLIVEBLOG", "headSeq": 2}']) socket.onmessage({ data });
  await clock.advance(1_000);

  assert.equal(changes().length, asked);
});

test('after stop nothing is asked, shown or left behind', async () => {
  const { clock, liveblog, network, shown, start } = world({ socket: 'wss://fake' });
  network.delay = () => 50;
  const live = start();
  await clock.advance(130);
  liveblog.post();

  live.stop();
  const { length } = network.requests;
  await clock.advance(60_000);

  assert.equal(shown.length, 1);
  assert.equal(network.requests.length, length);
  assert.equal(network.sockets.size, 0);
  assert.equal(clock.pending, 0);
});

test('a change of an entry older than the list makes no hole in it, yet counts once the list reaches it', async () => {
  const { clock, liveblog, start } = world({ entries: 60, options: { pageSize: 15 } });
  const oldest = liveblog.list().at(-1).id;
  const live = start();
  await clock.advance(3_000);
  liveblog.edit(oldest, { headline: 'Ganz alt, ganz neu' });
  liveblog.pin(liveblog.list().at(-2).id);
  await clock.advance(5_000);
  assert.equal(live.state.entries.length, 20);
  assert.equal(live.state.complete, false);
  assert.deepEqual(differences(live.state, liveblog), []);

  const answers = [];
  for (let pages = 0; pages < 3; pages++) answers.push(await clock.until(live.loadOlder()));

  assert.deepEqual(answers, [true, true, false]);
  assert.equal(live.state.entries.length, 60);
  assert.equal(live.state.entries.at(-1).headline, 'Ganz alt, ganz neu');
  assert.deepEqual(differences(live.state, liveblog), []);
});

test('what is removed or changed while a page of older entries is under way stays so', async () => {
  const { clock, liveblog, network, start } = world({ entries: 40, options: { pageSize: 40 } });
  const live = start();
  await clock.advance(4_500);
  const [removed, edited] = liveblog.list().slice(-2);
  const slowly = [0, 2_000];
  network.delay = () => slowly.shift() ?? 0;
  const paging = live.loadOlder();
  await clock.advance(0);
  liveblog.remove(removed.id);
  liveblog.edit(edited.id, { headline: 'Berichtigt' });
  await clock.advance(600);
  assert.equal(live.state.headSeq, liveblog.headSeq);
  assert.equal(live.state.entries.length, 20);

  await clock.until(paging);

  assert.equal(live.state.entries.length, 39);
  assert.deepEqual(differences(live.state, liveblog), []);
});

test('a page of older entries from before a resync is thrown away', async () => {
  const { clock, liveblog, network, start } = world({ entries: 40, options: { pageSize: 40 } });
  const backup = liveblog.backup();
  liveblog.edit(liveblog.list().at(-1).id, { headline: 'Ging mit dem Ausfall verloren' });
  const live = start();
  await clock.advance(4_500);
  const slowly = [0, 5_000];
  network.delay = () => slowly.shift() ?? 0;
  const paging = live.loadOlder();
  await clock.advance(100);
  liveblog.restore(backup);
  await clock.advance(2_000);
  assert.equal(live.state.headSeq, 40);
  assert.equal(live.state.complete, false);

  await clock.until(paging);

  assert.equal(live.state.complete, true);
  assert.deepEqual(differences(live.state, liveblog), []);
});

test('a cached page from before the snapshot does not bring back what was removed', async () => {
  const { clock, liveblog, network, start } = world({ entries: 40, options: { pageSize: 40 } });
  network.cached = true;
  await network.fetchForOneReader()(`http://fake/liveblogs/${liveblog.id}/entries?limit=40`);
  liveblog.remove(liveblog.list().at(-1).id);
  const live = start();
  await clock.advance(0);

  await clock.until(live.loadOlder());

  assert.equal(live.state.complete, true);
  assert.deepEqual(differences(live.state, liveblog), []);
});

test('a page of entries that is ahead of the changes read shows nothing out of its turn', async () => {
  const { clock, liveblog, start, shown } = world({ entries: 25, options: { pageSize: 100 } });
  const live = start();
  await clock.advance(3_500);
  for (let made = 0; made < 30; made++) liveblog.post();

  await clock.until(live.loadOlder());

  assert.equal(live.state.headSeq, 25);
  assert.equal(live.state.entries[0].firstSeq, 25);
  assert.equal(live.state.entries.length, 25);
  await clock.advance(2_000);
  assert.deepEqual(differences(live.state, liveblog), []);
  assert.equal(shown.length, 3);
});

test('a copy from a page of older entries is not put back by an older unpin', () => {
  const liveblog = new FakeLiveblog();
  const id = liveblog.post();
  liveblog.pin(id);
  const before = fromSnapshot(liveblog.snapshot());
  liveblog.unpin(id);
  liveblog.pin(id);

  const after = applyChange(addOlder(before, liveblog.list(), true), liveblog.rows[2]);

  assert.deepEqual(after.entries, liveblog.list());
});

test('states are frozen, and a change leaves the one before as it was', () => {
  const liveblog = new FakeLiveblog();
  liveblog.post();
  const before = fromSnapshot(liveblog.snapshot());
  const id = liveblog.post();
  liveblog.pin(id);
  liveblog.unpin(id);

  const after = applyChange(before, ...liveblog.rows.slice(1));

  assert.equal(before.entries.length, 1);
  assert.deepEqual(after.entries[0], liveblog.list()[0]);
  for (const value of [after, after.entries, after.entries[0], after.pinned]) assert.ok(Object.isFrozen(value));
});

test('a row of a kind that is not known yet counts as read', () => {
  const state = fromSnapshot(new FakeLiveblog().snapshot());

  const after = applyChange(state, { seq: 1, op: 'sparkle', entryId: 'x' });

  assert.equal(after.headSeq, 1);
  assert.deepEqual(after.entries, []);
});

test('it reads over real HTTP with nothing injected', async () => {
  const liveblog = new FakeLiveblog({ pageLimit: 3 });
  for (let made = 0; made < 30; made++) liveblog.post();
  const server = createServer((request, response) => {
    const { status, headers, body } = liveblog.answer(request.url);
    response.writeHead(status, { ...headers, 'content-type': 'application/json' }).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const live = await new Promise((resolve) => {
    const reader = follow(`http://127.0.0.1:${server.address().port}`, 'a-blog', {
      fromStart: true, onChange: ({ headSeq }) => headSeq === 30 && resolve(reader),
    });
  });

  assert.deepEqual(differences(live.state, liveblog), []);
  assert.ok(Object.isFrozen(live.state.entries[0]));
  live.stop();
  await settled();
  server.closeAllConnections();
  server.close();
});
