import { z } from 'zod';
import type { Vocabulary } from './vocabulary.js';

/** The schema of a vocabulary's values, for what is stored, sent or read. */
export const schemaOf = <Value extends string>(list: Vocabulary<Value>): z.ZodType<Value> => z.enum(list.values) as unknown as z.ZodType<Value>;
