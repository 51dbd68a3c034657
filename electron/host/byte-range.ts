/** A stretch of a file in bytes, both ends included. */
export interface ByteRange { readonly start: number; readonly end: number }

/**
 * Reads a Range header (RFC 9110, section 14) for a file of `size` bytes. One range is answered; several, other units
 * and nonsense are ignored, which the RFC allows: the whole file is sent. `'outside'` when no byte of it exists.
 */
export function byteRange(header: string | undefined, size: number): ByteRange | 'outside' | undefined {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return undefined;
  if (match[1] === '') {
    const last = Number(match[2]);
    return last === 0 || size === 0 ? 'outside' : { start: Math.max(0, size - last), end: size - 1 };
  }
  const start = Number(match[1]);
  const end = match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  if (start >= size) return 'outside';
  return end < start ? undefined : { start, end };
}
