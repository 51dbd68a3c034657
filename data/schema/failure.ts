import { z } from 'zod';
import type { Text } from './text.js';
import { textSchema } from './text-schema.js';

export const failureCodes = [
  'wrong-input', 'unknown-call', 'not-allowed', 'not-found', 'read-only', 'out-of-date', 'cancelled',
  'unreadable-file', 'too-large', 'disk', 'damaged', 'internal',
] as const;

/** Where it went wrong, as far as known; rows as the person sees them, from 1. */
export const placeSchema = z.object({ file: z.string(), sheet: z.string(), row: z.number().int(), field: z.string() }).partial();
export type FailurePlace = z.infer<typeof placeSchema>;

/** A failure as a value: a code for the program, a sentence with a next step for the person, and the place. */
export const failureSchema = z.object({ code: z.enum(failureCodes), message: textSchema, place: placeSchema.optional() });
export type Failure = z.infer<typeof failureSchema>;

/** Carries a failure up to the one place that turns it into a value: the dispatcher, or the command line. */
export class FailureError extends Error {
  readonly failure: Failure;
  constructor(code: Failure['code'], message: Text, place?: FailurePlace) {
    super(message.en);
    this.name = 'FailureError';
    this.failure = { code, message, ...(place ? { place } : {}) };
  }
}
