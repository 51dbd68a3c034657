import type { z } from 'zod';
/** `public` calls answer with public projections only and are all that an audience window may ask; `desk` calls serve the staff. */
export type CallCircle = 'public' | 'desk';
export interface Call<Input extends z.ZodType = z.ZodType, Output = unknown> {
    readonly circle: CallCircle;
    readonly input: Input;
    readonly output?: Output;
}
/** Declares a call: what it gives as a type, then who may make it and what it takes. */
export declare const call: <Output>() => <Input extends z.ZodType>(circle: CallCircle, input: Input) => Call<Input, Output>;
