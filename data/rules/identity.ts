const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A ULID (github.com/ulid/spec): 48 bits of time and 80 of chance in Crockford's base 32, so that ids sort by the time they were made.
 * `random` gives 16 values from 0 to 31.
 */
export function ulid(milliseconds: number, random: ArrayLike<number>): string {
  let time = milliseconds;
  let head = '';
  for (let place = 0; place < 10; place += 1) {
    head = alphabet[time % 32] + head;
    time = Math.floor(time / 32);
  }
  let tail = '';
  for (let place = 0; place < 16; place += 1) tail += alphabet[(random[place] ?? 0) & 31];
  return head + tail;
}
