import type { Proof } from './proof.js';
import { proveMutations } from './readers/mutations.js';
import { proveBadPacks, proveCorpus } from './readers/read-corpus.js';

/** That no file, however bad, does more than be refused in words or read as far as it is good. */
const proveReaders: Proof = async ({ seed, until, say }) => {
  say('the corpus of bad files');
  const corpus = await proveCorpus({ seed: 0, until });
  say('bad map packs');
  const packs = await proveBadPacks({ seed: 0, until });
  say('altered files');
  return [...corpus, ...packs, ...(await proveMutations({ rounds: 60, seed, until }))];
};
export default proveReaders;
