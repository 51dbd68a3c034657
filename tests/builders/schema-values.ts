import type { z } from 'zod';

/** Where values come from: chance, and words that mean something to the program under test. */
export interface ValueSource {
  readonly random: () => number;
  /** Words that fit a key: ids that exist, folders, paths of fields. */
  readonly words: (key: string) => readonly string[];
}

const pick = <T>(list: readonly T[], random: () => number) => list[Math.floor(random() * list.length)] as T;

/** Strings that fit some form or other, and strings that have broken programs. */
const strings = [
  '', 'x', '大源村', 'a name', '2026-03-01', '2026-12-31', '2024-05', '2026-03-01T08:00:00.000Z', '1234', '0000', `${'ab'.repeat(32)}.jpg`, '01J9Z3KA000000000000000001', 'abcd2345', 'csv', '#1f5f8b',
  '__proto__', 'constructor', 'toString', 'hasOwnProperty', '..', '../..', './x', 'a/b', 'a\\b', '%2e%2e', '\u0000', 'a\u0000b', '\ud800', '\u202e倒', '𠮷', '😀', '\n', '\t', ' ', '\ufeff', '<img src=x onerror=alert(1)>', '=1+1', '"', '\'', '${x}', '{{x}}',
  'NaN', 'null', '-1', '1e999', 'x'.repeat(41), 'x'.repeat(300), '字'.repeat(5_000),
];
const numbers = [0, 1, 2, 3, 5, 7, 10, 40, 100, 500, 2_000, -1, 0.5, 29.83, 119.93, -180, 180, 2 ** 31, Number.MAX_SAFE_INTEGER];
/** What no call should fall over. */
const oddities: readonly (() => unknown)[] = [
  () => null, () => undefined, () => NaN, () => Infinity, () => -0, () => -1, () => 1e308, () => 2 ** 53, () => '', () => 'x', () => '\ud800', () => 'x'.repeat(100_000), () => true, () => false, () => [], () => ({}), () => [[[[[[]]]]]],
  () => Array.from({ length: 3_000 }, (_, at) => at), () => JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}') as unknown, () => new Date(NaN), () => 10n, () => Symbol('x'), () => () => 1, () => new Map([['a', 1]]),
  () => { let deep: unknown = 1; for (let level = 0; level < 500; level += 1) deep = { deep }; return deep; },
];

/** Any JSON value, a few levels deep. */
export function anyValue({ random, words }: ValueSource, depth = 2): unknown {
  const dice = random();
  if (dice < 0.25) return pick([...strings, ...words('')], random);
  if (dice < 0.45) return pick(numbers, random);
  if (dice < 0.6 || depth === 0) return pick([null, true, false], random);
  const length = Math.floor(random() * 4);
  if (dice < 0.8) return Array.from({ length }, () => anyValue({ random, words }, depth - 1));
  return Object.fromEntries(Array.from({ length }, () => [pick([...strings.slice(0, 20), 'zh', 'en', 'lng', 'lat', 'id'], random), anyValue({ random, words }, depth - 1)]));
}

/** Makes candidates until one satisfies the schema; the last one if none does. */
function fitting(schema: z.ZodType, make: () => unknown): unknown {
  let value = make();
  for (let attempt = 0; attempt < 60 && !schema.safeParse(value).success; attempt += 1) value = make();
  return value;
}

interface Definition {
  readonly type: string; readonly shape?: Record<string, z.ZodType>; readonly element?: z.ZodType; readonly innerType?: z.ZodType; readonly options?: readonly z.ZodType[]; readonly items?: readonly z.ZodType[];
  readonly values?: readonly unknown[]; readonly entries?: Record<string, unknown>; readonly keyType?: z.ZodType; readonly valueType?: z.ZodType; readonly in?: z.ZodType; readonly left?: z.ZodType;
}

/** A value that satisfies a schema as far as chance finds one, made from zod's own description of it. `key` is the name it stands under. */
export function valueFor(schema: z.ZodType, source: ValueSource, key = ''): unknown {
  const { random, words } = source;
  const def = schema.def as unknown as Definition;
  switch (def.type) {
    case 'object':
      return Object.fromEntries(Object.entries(def.shape ?? {}).flatMap(([name, entry]) => {
        const isLeftOut = entry.safeParse(undefined).success && random() < 0.4;
        return isLeftOut ? [] : [[name, valueFor(entry, source, name)]];
      }));
    case 'array':
      return fitting(schema, () => Array.from({ length: Math.floor(random() * 4) }, () => valueFor(def.element as z.ZodType, source, key)));
    case 'tuple':
      return fitting(schema, () => (def.items ?? []).map((item) => valueFor(item, source, key)));
    case 'record':
      return Object.fromEntries(Array.from({ length: Math.floor(random() * 5) }, () => [valueFor(def.keyType as z.ZodType, source, 'path') as string, valueFor(def.valueType as z.ZodType, source, key)]));
    case 'union':
      return valueFor(pick(def.options ?? [], random), source, key);
    case 'optional': case 'default': case 'prefault': case 'nullable': case 'readonly': case 'catch': case 'nonoptional':
      return def.type === 'nullable' && random() < 0.3 ? null : valueFor(def.innerType as z.ZodType, source, key);
    case 'pipe':
      return valueFor(def.in as z.ZodType, source, key);
    case 'intersection':
      return valueFor(def.left as z.ZodType, source, key);
    case 'literal':
      return pick(def.values ?? [], random);
    case 'enum':
      return pick(Object.values(def.entries ?? {}), random);
    case 'boolean':
      return random() < 0.5;
    case 'number':
      return fitting(schema, () => pick(numbers, random));
    case 'string': {
      const own = words(key);
      return fitting(schema, () => (own.length > 0 && random() < 0.7 ? pick(own, random) : pick(strings, random)));
    }
    default:
      return anyValue(source);
  }
}

/** A copy of a value with one place in it altered, taken away or added: what a careless or hostile page sends. */
export function broken(value: unknown, source: ValueSource): unknown {
  const { random } = source;
  if (typeof value !== 'object' || value === null || random() < 0.15) return (pick(oddities, random))();
  if (Array.isArray(value)) {
    if (value.length === 0 || random() < 0.3) return [...(value as unknown[]), pick(oddities, random)()];
    const at = Math.floor(random() * value.length);
    return (value as unknown[]).map((item, index) => (index === at ? broken(item, source) : item));
  }
  const keys = Object.keys(value);
  const dice = random();
  if (keys.length === 0 || dice < 0.2) return { ...value, [pick(['x', 'toString', 'then', 'length'], random)]: pick(oddities, random)() };
  const key = pick(keys, random);
  if (dice < 0.35) return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
  return { ...value, [key]: dice < 0.7 ? pick(oddities, random)() : broken((value as Record<string, unknown>)[key], source) };
}
