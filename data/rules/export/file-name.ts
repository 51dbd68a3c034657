import type { SheetHead } from './sheet.js';

/**
 * A file name that Windows, macOS and Linux all take: 示例乡招商项目一览表（公开）2026-11-23.xlsx.
 * Signs that Windows forbids become blanks, and a very long title is cut (255 bytes are the most that Linux takes).
 */
export function fileNameOf(head: Pick<SheetHead, 'title' | 'edition' | 'language'>, today: string, extension: string): string {
  const plain = (words: string) => words.replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ').replace(/\s+/g, ' ').trim();
  const title = [...plain(head.title)].slice(0, 48).join('').replace(/^[.\s]+/, '');
  const edition = head.language === 'zh' ? `（${plain(head.edition)}）` : ` (${plain(head.edition)}) `;
  return `${title}${edition}${today}.${extension}`;
}
