import { z } from 'zod';
import type { OutputFile } from '../contract.js';
/** What one investor can take away: the book, the page for the phone, the table. */
export declare const takeAwayParts: readonly ["brochure", "web", "table"];
export type TakeAwayPart = (typeof takeAwayParts)[number];
export declare const takeAwaySchema: z.ZodObject<{
    assetIds: z.ZodArray<z.ZodString>;
    parts: z.ZodArray<z.ZodEnum<{
        table: "table";
        web: "web";
        brochure: "brochure";
    }>>;
    language: z.ZodDefault<z.ZodEnum<{
        zh: "zh";
        en: "en";
    }>>;
    parent: z.ZodString;
    name: z.ZodString;
    dedication: z.ZodOptional<z.ZodString>;
}, z.core.$strict>;
export type TakeAwayRequest = z.infer<typeof takeAwaySchema>;
/** How a take-away was last made; for whom is chosen anew every time. */
export declare const takeAwayHabitSchema: z.ZodObject<{
    language: z.ZodDefault<z.ZodEnum<{
        zh: "zh";
        en: "en";
    }>>;
    parts: z.ZodArray<z.ZodEnum<{
        table: "table";
        web: "web";
        brochure: "brochure";
    }>>;
    parent: z.ZodOptional<z.ZodString>;
}, z.core.$strict>;
export type TakeAwayHabit = z.infer<typeof takeAwayHabitSchema>;
/** A finished take-away: the folder that its files lie in. */
export interface TakeAway {
    readonly folder: string;
    readonly files: readonly OutputFile[];
    readonly notices: readonly {
        readonly zh: string;
        readonly en: string;
    }[];
}
export declare const takeAwayCalls: {
    /** Makes brochure, page and table of the chosen assets alone into one folder, all for the public. Ends in a TakeAway. */
    readonly 'takeAway.start': import("./call.js").Call<z.ZodObject<{
        assetIds: z.ZodArray<z.ZodString>;
        parts: z.ZodArray<z.ZodEnum<{
            table: "table";
            web: "web";
            brochure: "brochure";
        }>>;
        language: z.ZodDefault<z.ZodEnum<{
            zh: "zh";
            en: "en";
        }>>;
        parent: z.ZodString;
        name: z.ZodString;
        dedication: z.ZodOptional<z.ZodString>;
    }, z.core.$strict>, {
        jobId: string;
    }>;
    /** Where take-aways were last put, or the usual place for documents. */
    readonly 'takeAway.place': import("./call.js").Call<z.ZodObject<{}, z.core.$strict>, {
        parent: string;
    }>;
};
