/**
 * Checks the reference client against a running stack: editors post, edit, pin, unpin and remove at random,
 * readers follow, join late, sleep and page back; at the end every reader has to equal the server.
 *   TOKEN=… node clients/check.js http://localhost:3000 [operations] [seed]
 * Exit code 1 if any reader differs.
 */
import { isDeepStrictEqual } from 'node:util';
import { follow } from './liveblog.js';

const [base, operations = '600', seed = '1'] = process.argv.slice(2);
const QUICK = 40; // readers live this many times faster than the clock
const EDITORS = 8, READERS = 12, SOON = 60_000;
const random = mulberry(Number(seed));
const counts = {};

function mulberry(a) {
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const pick = (list) => list[Math.floor(random() * list.length)];
const count = (what) => { counts[what] = (counts[what] ?? 0) + 1; };
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function newsroom(method, path, body, headers = {}) {
  const response = await fetch(`${base}/newsroom/liveblogs${path}`, {
    method,
    headers: { authorization: `Bearer ${process.env.TOKEN}`, 'content-type': 'application/json', ...headers },
    body: body && JSON.stringify(body),
  });
  const text = await response.text();
  if (response.status === 503) return newsroom(method, path, body, headers); // with the same key
  return { status: response.status, json: text ? JSON.parse(text) : undefined };
}
async function get(path) {
  const response = await fetch(base + path);
  if (!response.ok) throw new Error(`${response.status} for ${path}`);
  return response.json();
}

const liveblog = (await newsroom('POST', '', { headline: `Probe ${seed}`, status: 'live' })).json;
const entries = [];
let left = Number(operations);

async function edit(editor) {
  while (left-- > 0) {
    const entry = pick(entries);
    const path = `/${liveblog.id}/entries`;
    const dice = random();
    if (!entry || dice < 0.45) {
      const key = { 'idempotency-key': `${seed}-${editor}-${left}` };
      const said = { headline: `Nr. ${left}`, body: [{ type: 'paragraph', html: `<em>${left}</em>` }] };
      const [posted] = await Promise.all([
        newsroom('POST', path, said, key),
        random() < 0.1 ? newsroom('POST', path, said, key) : undefined, // the same call at the same time
      ]);
      if (posted.status === 201) entries.push(posted.json);
      else count(`post ${posted.status}`);
      count('post');
    } else if (dice < 0.6) {
      await newsroom('PUT', `${path}/${entry.id}`, { headline: `Neu ${left}` }, { 'if-match': '*' });
      count('edit');
    } else if (dice < 0.75) {
      await newsroom('POST', `${path}/${entry.id}/pin`, { position: Math.floor(random() * 4) });
      count('pin');
    } else if (dice < 0.83) {
      await newsroom('POST', `${path}/${entry.id}/unpin`);
      count('unpin');
    } else if (dice < 0.97) {
      await newsroom('DELETE', `${path}/${entry.id}`);
      entries.splice(entries.indexOf(entry), 1);
      count('remove');
    } else {
      await newsroom('POST', `/${liveblog.id}/status`, { status: pick(['live', 'paused']) });
      count('status');
    }
  }
}

/** A reader whose hours are minutes; asleep he neither asks nor hears. */
function reader(number) {
  let asleep = false;
  const quickly = (call, ms) => setTimeout(call, ms / QUICK);
  const fetching = async (url, options) => {
    while (asleep) await sleep(20);
    count('read');
    return fetch(url, options);
  };
  const live = follow(base, number % 2 ? liveblog.id : liveblog.slug, {
    fetch: fetching, setTimeout: quickly, clearTimeout, fromStart: number % 3 === 0, random,
  });
  const naps = setInterval(() => { asleep = random() < 0.3; }, 150);
  return { live, number, wake: () => { clearInterval(naps); asleep = false; } };
}

async function server() {
  const snapshot = await get(`/liveblogs/${liveblog.id}`);
  const listed = [];
  let cursor = '';
  do {
    const page = await get(`/liveblogs/${liveblog.id}/entries?limit=100${cursor}`);
    listed.push(...page.items);
    cursor = page.next && `&cursor=${page.next}`;
  } while (cursor);
  return { snapshot, listed };
}

function differences(state, { snapshot, listed }) {
  const found = [];
  const compare = (what, ours, theirs) => {
    if (!isDeepStrictEqual(JSON.parse(JSON.stringify(ours)), theirs)) found.push(what);
  };
  if (state.headSeq !== snapshot.headSeq) found.push(`headSeq ${state.headSeq}, not ${snapshot.headSeq}`);
  compare('entries', state.entries, state.complete ? listed : listed.slice(0, state.entries.length));
  compare('pinned', state.pinned, snapshot.pinned);
  return found;
}

const readers = Array.from({ length: READERS / 2 }, (_, number) => reader(number));
const late = (async () => {
  for (let number = READERS / 2; number < READERS; number++) {
    await sleep(200);
    readers.push(reader(number));
  }
})();
await Promise.all([late, ...Array.from({ length: EDITORS }, (_, editor) => edit(editor))]);

const truth = await server();
readers.forEach(({ wake }) => wake());
const end = Date.now() + SOON;
let wrong;
do {
  await sleep(100);
  wrong = readers.filter(({ live }) => !live.state || live.state.headSeq < truth.snapshot.headSeq);
} while (wrong.length > 0 && Date.now() < end);
await Promise.all(readers.slice(0, 4).map(async ({ live }) => { while (await live.loadOlder()); }));
const faults = readers.flatMap(({ live, number }) =>
  (live.state ? differences(live.state, truth) : ['no snapshot']).map((fault) => `reader ${number}: ${fault}`));
readers.forEach(({ live }) => live.stop());
console.log(JSON.stringify({ ...counts, headSeq: truth.snapshot.headSeq, entries: truth.listed.length, faults }));
process.exit(faults.length > 0 ? 1 : 0);
