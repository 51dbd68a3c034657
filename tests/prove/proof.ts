import type { Finding } from './finding.js';

/** One group of what `npm run prove` proves, whole. */
export type Proof = (how: { readonly seed: number; /** Nothing is begun after this moment, in milliseconds since 1970. */ readonly until: number; /** Tells the person who waits what is being done. */ readonly say: (line: string) => void }) => Promise<Finding[]>;
