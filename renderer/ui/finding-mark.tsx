import type { FindingLevel } from '../../data/schema/quality.js';
import type { Text } from '../../data/schema/text.js';
import './finding-mark.css';

/** What each level is called. */
export const levelNames: Readonly<Record<FindingLevel, Text>> = {
  blocks: { zh: '阻止发布', en: 'Blocks publication' },
  doubt: { zh: '存疑', en: 'Doubtful' },
  note: { zh: '提示', en: 'To note' },
};

/** A stop, a warning triangle and a disc: the shapes say the level where colours do not. */
const shapes: Readonly<Record<FindingLevel, { readonly ground: string; readonly sign: string }>> = {
  blocks: { ground: 'M-3.500-8.300h7l4.800 4.800v7l-4.800 4.800h-7l-4.800-4.800v-7Z', sign: 'M-3.600 0h7.200' },
  doubt: { ground: 'M0-7 7.600 6.600h-15.200Z', sign: 'M0-2v3.800M0 4.300v.05' },
  note: { ground: 'M-8 0a8 8 0 1 1 16 0 8 8 0 0 1-16 0Z', sign: 'M0-3.700v.05M0-.4v4.200' },
};

/** The sign of a finding's level; decoration, so words beside it say the same. */
export const FindingMark = ({ level, size = 18 }: { level: FindingLevel; size?: number }) => (
  <svg className="finding-mark" data-level={level} width={size} height={size} viewBox="-9 -9 18 18" aria-hidden="true">
    <path className="finding-mark-ground" d={shapes[level].ground} />
    <path className="finding-mark-sign" d={shapes[level].sign} />
  </svg>
);
