import { z } from 'zod';
import { type MergeKind } from './rules/merge/plan-record.js';
import type { CellState } from './rules/merge/merge-record.js';
import type { ExchangedNoun } from './rules/merge/carried.js';
import type { Text } from './schema/text.js';
/** A copy to take along to another desk. `internal` with internal fields, contacts in the villages, originals and documents; `public` without. */
export declare const exchangeRequestSchema: z.ZodObject<{
    kind: z.ZodLiteral<"exchange">;
    format: z.ZodDefault<z.ZodLiteral<"xishan-part">>;
    audience: z.ZodEnum<{
        public: "public";
        internal: "internal";
    }>;
    part: z.ZodDefault<z.ZodObject<{
        villages: z.ZodOptional<z.ZodArray<z.ZodString>>;
        categories: z.ZodOptional<z.ZodArray<z.ZodType<"forest" | "farmland" | "hydropower" | "house" | "hall" | "other", unknown, z.core.$ZodTypeInternals<"forest" | "farmland" | "hydropower" | "house" | "hall" | "other", unknown>>>>;
        ids: z.ZodOptional<z.ZodArray<z.ZodString>>;
    }, z.core.$strict>>;
}, z.core.$strict>;
export type ExchangeRequest = z.infer<typeof exchangeRequestSchema>;
/** A workbook for village staff to fill in. */
export declare const sliceRequestSchema: z.ZodObject<{
    kind: z.ZodLiteral<"slice">;
    format: z.ZodDefault<z.ZodLiteral<"xlsx">>;
    audience: z.ZodEnum<{
        public: "public";
        internal: "internal";
    }>;
    part: z.ZodDefault<z.ZodObject<{
        villages: z.ZodOptional<z.ZodArray<z.ZodString>>;
        categories: z.ZodOptional<z.ZodArray<z.ZodType<"forest" | "farmland" | "hydropower" | "house" | "hall" | "other", unknown, z.core.$ZodTypeInternals<"forest" | "farmland" | "hydropower" | "house" | "hall" | "other", unknown>>>>;
        ids: z.ZodOptional<z.ZodArray<z.ZodString>>;
    }, z.core.$strict>>;
    contacts: z.ZodDefault<z.ZodBoolean>;
    columns: z.ZodOptional<z.ZodArray<z.ZodString>>;
    blankRows: z.ZodDefault<z.ZodNumber>;
}, z.core.$strict>;
export type SliceRequest = z.infer<typeof sliceRequestSchema>;
/** What taking in an exchange file would do. */
export interface MergeSummary {
    readonly mergeId: string;
    readonly file: string;
    readonly from: {
        readonly ledger: Text;
        readonly by: string;
        readonly madeAt: string;
        readonly sample: boolean;
        readonly internal: boolean;
        readonly whole: boolean;
    };
    /** How many records come to what. */
    readonly counts: Readonly<Record<MergeKind, number>>;
    /** Fields that a person is asked about, those of doubles not counted. */
    readonly questions: number;
    readonly media: number;
}
/** A field in which two desks differ. Values are as the record holds them. */
export interface MergeRowCell {
    readonly path: string;
    readonly state: CellState;
    readonly asked: boolean;
    readonly base?: unknown;
    readonly mine?: unknown;
    readonly theirs?: unknown;
}
/** A record that a merge is about. */
export interface MergeRow {
    readonly noun: ExchangedNoun;
    readonly id: string;
    readonly kind: MergeKind;
    readonly name: string;
    readonly code?: string;
    readonly village?: string;
    readonly category?: string;
    /** Of a removal: who removed it. */
    readonly removedBy?: 'mine' | 'theirs';
    /** Of a double: the other desk's asset, and why the two may be one. */
    readonly double?: {
        readonly id: string;
        readonly name: string;
        readonly code?: string;
        readonly village?: string;
        readonly reason: 'code' | 'name' | 'place';
    };
    readonly cells: readonly MergeRowCell[];
}
/** What came of a merge. `seq` is that of its change, or of the newest one where nothing was to change. */
export interface MergeResult {
    readonly seq: number;
    readonly added: number;
    readonly changed: number;
    readonly removed: number;
    readonly media: number;
}
export declare const mergeDecisionSchema: z.ZodObject<{
    noun: z.ZodEnum<{
        profile: "profile";
        asset: "asset";
        project: "project";
        tour: "tour";
    }>;
    id: z.ZodString;
    path: z.ZodOptional<z.ZodString>;
    take: z.ZodEnum<{
        mine: "mine";
        theirs: "theirs";
        typed: "typed";
    }>;
    value: z.ZodOptional<z.ZodUnknown>;
}, z.core.$strict>;
/** The calls of several desks' work with one ledger. */
export declare const exchangeContract: {
    /** What a part of the ledger comes to. */
    readonly 'exchange.count': import("./contract-call.js").Call<z.ZodObject<{
        part: z.ZodObject<{
            villages: z.ZodOptional<z.ZodArray<z.ZodString>>;
            categories: z.ZodOptional<z.ZodArray<z.ZodType<"forest" | "farmland" | "hydropower" | "house" | "hall" | "other", unknown, z.core.$ZodTypeInternals<"forest" | "farmland" | "hydropower" | "house" | "hall" | "other", unknown>>>>;
            ids: z.ZodOptional<z.ZodArray<z.ZodString>>;
        }, z.core.$strict>;
        internal: z.ZodBoolean;
    }, z.core.$strict>, {
        assets: number;
        projects: number;
        leftProjects: number;
        media: number;
        bytes: number;
    }>;
    /** Reads an exchange file and compares it with the ledger; nothing is changed. Ends in a MergeSummary. */
    readonly 'exchange.open': import("./contract-call.js").Call<z.ZodObject<{
        uploadId: z.ZodString;
    }, z.core.$strict>, {
        jobId: string;
    }>;
    readonly 'exchange.rows': import("./contract-call.js").Call<z.ZodObject<{
        mergeId: z.ZodString;
        kinds: z.ZodArray<z.ZodEnum<{
            same: "same";
            added: "added";
            updated: "updated";
            removed: "removed";
            merged: "merged";
            clash: "clash";
            removal: "removal";
            double: "double";
        }>>;
        offset: z.ZodDefault<z.ZodNumber>;
        limit: z.ZodDefault<z.ZodNumber>;
    }, z.core.$strict>, {
        total: number;
        rows: readonly MergeRow[];
    }>;
    /** Merges as one undoable change; ends in a MergeResult. Refused while a question is open, unless `rest` answers those. */
    readonly 'exchange.apply': import("./contract-call.js").Call<z.ZodObject<{
        mergeId: z.ZodString;
        decisions: z.ZodDefault<z.ZodArray<z.ZodObject<{
            noun: z.ZodEnum<{
                profile: "profile";
                asset: "asset";
                project: "project";
                tour: "tour";
            }>;
            id: z.ZodString;
            path: z.ZodOptional<z.ZodString>;
            take: z.ZodEnum<{
                mine: "mine";
                theirs: "theirs";
                typed: "typed";
            }>;
            value: z.ZodOptional<z.ZodUnknown>;
        }, z.core.$strict>>>;
        rest: z.ZodOptional<z.ZodEnum<{
            mine: "mine";
            theirs: "theirs";
            later: "later";
        }>>;
    }, z.core.$strict>, {
        jobId: string;
    }>;
    readonly 'exchange.discard': import("./contract-call.js").Call<z.ZodObject<{
        mergeId: z.ZodString;
    }, z.core.$strict>, Record<string, never>>;
};
