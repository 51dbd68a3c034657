import { createHash } from 'node:crypto'

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A ULID whose time part counts up from a fixed day and whose random part is drawn from the key: the same key and order give the same id. */
export function stableId(key, order) {
  let time = Date.UTC(2026, 8, 1, 1) + order * 1000
  let head = ''
  for (let place = 0; place < 10; place++) {
    head = letters[time % 32] + head
    time = Math.floor(time / 32)
  }
  const tail = [...createHash('sha256').update(key).digest().subarray(0, 16)].map((byte) => letters[byte % 32]).join('')
  return head + tail
}
