/** The demo page over a fake liveblog that changes by itself: `node clients/demo-server.js [port]`. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { FakeLiveblog } from './test/fake-liveblog.js';

const start = Date.now();
const liveblog = new FakeLiveblog({ now: () => Date.now() - start, slug: 'sturm-ueber-der-kueste' });
liveblog.change({ headline: 'Sturm über der Küste', kicker: 'Wetter', summary: 'Die Lage an den Deichen, Minute für Minute.' });
const samples = [
  { headline: 'Fähren bleiben im Hafen', body: [{ type: 'paragraph', html: 'Bis <strong>Mitternacht</strong> fährt nichts, sagt die Reederei.' }] },
  { headline: 'Pegel steigt', keyEvent: true, body: [{ type: 'heading', level: 2, text: 'Was jetzt gilt' },
    { type: 'list', ordered: false, items: ['Keller räumen', 'Deiche <em>nicht</em> betreten'] }] },
  { body: [{ type: 'quote', text: 'Wir haben schon höhere Wellen gesehen.', speaker: 'Inga Harms', role: 'Deichgräfin' }], authors: [{ name: 'Jo Brandt' }] },
  { headline: 'Video vom Leuchtturm', body: [{ type: 'videoTeaser', teaser: { title: 'Brecher am Leuchtturm', duration: 'PT1M25S' } },
    { type: 'embed', url: 'https://video.example/1', title: 'Kamera am Hafen', provider: 'hafen' }] },
];
for (let made = 0; made < 48; made++) liveblog.post(samples[made % samples.length]);
liveblog.pin(liveblog.list()[2].id);

const changes = [
  () => liveblog.post(samples[liveblog.made % samples.length]),
  () => liveblog.edit(liveblog.list()[1].id, { headline: 'Berichtigt: Pegel steigt langsamer' }),
  () => liveblog.pin(liveblog.list()[0].id),
  () => liveblog.remove(liveblog.list()[3].id),
  () => liveblog.unpin(liveblog.pins[0]),
];
let next = 0;
setInterval(() => changes[next++ % changes.length](), 3_000);

const files = { '/clients/demo.html': 'text/html', '/clients/liveblog.js': 'text/javascript' };
const server = createServer(async ({ url }, response) => {
  if (files[url]) {
    const file = await readFile(new URL(`./${url.split('/').at(-1)}`, import.meta.url));
    response.writeHead(200, { 'content-type': `${files[url]}; charset=utf-8` }).end(file);
    return;
  }
  const { status, headers, body } = liveblog.answer(url);
  response.writeHead(status, { ...headers, 'content-type': 'application/json' }).end(body);
});
server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}/clients/demo.html`);
});
