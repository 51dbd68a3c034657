import { z } from 'zod';
import type { Text } from './text.js';

/** The schema of a Text. */
export const textSchema = z.object({ zh: z.string(), en: z.string() }) satisfies z.ZodType<Text>;
