import { describe, expect, it } from 'vitest';
import { parseCommand, WrongUsage } from '../../electron/cli/arguments.js';

const parse = (...words: string[]) => parseCommand(['export', 'brochure', '--ledger', 'L', '--out', 'a.pdf', ...words], '/home');
const refusal = (...words: string[]) => { try { parse(...words); return null; } catch (error) { return error instanceof WrongUsage ? error.text.en : error; } };

describe('export brochure', () => {
  it('takes a choice of assets, a title, a dedication, bleed and a language', () => {
    expect(parse('--audience', 'public', '--ids', 'A, B', '--title', '溪边', '--dedication', '某公司', '--bleed', '--language', 'both')).toMatchObject({
      kind: 'export', out: '/home/a.pdf', request: { kind: 'brochure', format: 'pdf', audience: 'public', ids: ['A', 'B'], title: '溪边', dedication: '某公司', bleed: true, language: 'both' },
    });
  });
  it('is of all assets, in Chinese and without bleed where nothing else is said', () => {
    const command = parse('--audience', 'internal');
    expect(command).toMatchObject({ request: { audience: 'internal', language: 'zh', bleed: false } });
    expect(command).not.toHaveProperty('request.ids');
  });
  it('has to be told for whom it is, and refuses what it cannot be', () => {
    expect(refusal()).toBe('--audience is missing.');
    expect(refusal('--audience', 'public', '--format', 'docx')).toContain('--format is pdf');
    expect(refusal('--audience', 'public', '--title', '长'.repeat(41))).toContain('at most 40');
  });
});
