import { isDeepStrictEqual } from 'node:util';

/** What is wrong with a reader's state, beside the server's liveblog; empty when nothing is. */
export function differences(state, server) {
  const found = [];
  const plain = (value) => JSON.parse(JSON.stringify(value));
  const compare = (what, ours, theirs) => {
    if (!isDeepStrictEqual(plain(ours), plain(theirs))) found.push(what);
  };
  const listed = server.list();
  if (state.headSeq !== server.headSeq) found.push(`headSeq ${state.headSeq}, not ${server.headSeq}`);
  if (state.complete && state.entries.length !== listed.length) found.push('entries missing or too many');
  compare('entries', state.entries, listed.slice(0, state.entries.length));
  compare('pinned', state.pinned, server.pinned());
  const { headline, status, revision } = server.face;
  const ours = state.liveblog;
  compare('liveblog', [ours.headline, ours.status, ours.revision], [headline, status, revision]);
  return found;
}
