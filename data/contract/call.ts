import { z } from 'zod';

/** `public` calls answer with public projections only and are all that an audience window may ask; `desk` calls serve the staff. */
export type CallCircle = 'public' | 'desk';
export interface Call<Input extends z.ZodType = z.ZodType, Output = unknown> { readonly circle: CallCircle; readonly input: Input; readonly output?: Output }

/** Declares a call: what it answers with, who may make it, what it takes. */
export const call = <Output>() => <Input extends z.ZodType>(circle: CallCircle, input: Input): Call<Input, Output> => ({ circle, input });
/** What calls take that take nothing, one id, or many. */
export const nothing = z.object({}).strict();
export const ids = z.object({ ids: z.array(z.string()).max(5_000) }).strict();
export const id = z.object({ id: z.string() }).strict();
