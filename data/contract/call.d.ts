import { z } from 'zod';
/** `public` calls answer with public projections only and are all that an audience window may ask; `desk` calls serve the staff. */
export type CallCircle = 'public' | 'desk';
export interface Call<Input extends z.ZodType = z.ZodType, Output = unknown> {
    readonly circle: CallCircle;
    readonly input: Input;
    readonly output?: Output;
}
/** Declares a call: what it answers with, who may make it, what it takes. */
export declare const call: <Output>() => <Input extends z.ZodType>(circle: CallCircle, input: Input) => Call<Input, Output>;
/** What calls take that take nothing, one id, or many. */
export declare const nothing: z.ZodObject<{}, z.core.$strict>;
export declare const ids: z.ZodObject<{
    ids: z.ZodArray<z.ZodString>;
}, z.core.$strict>;
export declare const id: z.ZodObject<{
    id: z.ZodString;
}, z.core.$strict>;
