import { describe, expect, it } from 'vitest';
import { readReply } from '../../data/contract/read-reply.js';
import { replySchema } from '../../data/contract.js';

const failure = { code: 'read-only', message: { zh: '这本账只能看。', en: 'This ledger can only be read.' }, place: { file: '台账.xlsx', row: 3 } };

describe('what a host answered', () => {
  it('is handed on as it came, be it a value or a failure, as the schema has it too', () => {
    for (const reply of [{ ok: true, value: { seq: 7 } }, { ok: true, value: null }, { ok: false, failure }]) {
      expect(readReply(reply)).toBe(reply);
      expect(replySchema.parse(reply)).toEqual(reply);
    }
  });
  it('is refused where it is no reply: a page must not take a proxy’s word for its host’s', () => {
    for (const strange of [null, undefined, 7, 'ok', [], {}, { ok: 'true', value: 1 }, { ok: false }, { ok: false, failure: {} }, { ok: false, failure: { code: 'disk' } }, { ok: false, failure: { message: { zh: '坏了' } } }]) {
      expect(() => readReply(strange)).toThrow('something else than a reply');
    }
  });
});
