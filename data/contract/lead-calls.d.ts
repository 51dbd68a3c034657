import { z } from 'zod';
import type { LeadCounts } from '../rules/lead/counts.js';
import type { LeadStanding } from '../rules/lead/follow-up.js';
import { type LeadOpen } from '../schema/lead.js';
/** How the leads of the open ledger stand. */
export interface LeadsStatus {
    /** A lead can be taken: there is a key to seal it with, or one can be made without asking anybody. */
    readonly ready: boolean;
    /** What is about persons can be read now. */
    readonly unlocked: boolean;
    /** How it can be unlocked: the system's key store needs nobody's word. Both false, though there is a key: it was lost, or belongs to another machine. */
    readonly passphrase: boolean;
    readonly keystore: boolean;
    readonly total: number;
    /** Leads whose time is over, and those whose persons nobody can read any more. */
    readonly expired: number;
    readonly lost: number;
}
/** A lead as the list shows it. `masked` is null while it cannot be read; `sameAs` names the leads that are the same person's. */
export interface LeadRow extends Omit<LeadOpen, 'consent' | 'language'> {
    readonly standing: LeadStanding;
    readonly until: string;
    readonly expired: boolean;
    readonly lost: boolean;
    readonly masked: {
        readonly name: string;
        readonly organisation: string;
        readonly phone: string;
    } | null;
    readonly sameAs: readonly string[];
}
/** What the staff take down; consent was given by word of mouth. */
export declare const takenLeadSchema: z.ZodObject<{
    way: z.ZodEnum<{
        desk: "desk";
        console: "console";
    }>;
    person: z.ZodObject<{
        name: import("../schema/field.js").Classified<z.ZodOptional<z.ZodString>, "personal">;
        organisation: import("../schema/field.js").Classified<z.ZodOptional<z.ZodString>, "personal">;
        phone: import("../schema/field.js").Classified<z.ZodOptional<z.ZodString>, "personal">;
        words: import("../schema/field.js").Classified<z.ZodOptional<z.ZodString>, "personal">;
        note: import("../schema/field.js").Classified<z.ZodOptional<z.ZodString>, "personal">;
    }, z.core.$strict>;
    assetIds: z.ZodDefault<z.ZodArray<z.ZodString>>;
    projectIds: z.ZodDefault<z.ZodArray<z.ZodString>>;
    tourId: z.ZodOptional<z.ZodString>;
    language: z.ZodDefault<z.ZodEnum<{
        zh: "zh";
        en: "en";
    }>>;
    nextStep: z.ZodOptional<z.ZodType<"other" | "call" | "send" | "visit" | "meet" | "terms", unknown, z.core.$ZodTypeInternals<"other" | "call" | "send" | "visit" | "meet" | "terms", unknown>>>;
    nextAt: z.ZodOptional<z.ZodISODate>;
    consent: z.ZodLiteral<true>;
}, z.core.$strict>;
/** What changes of a lead; what is absent stays, null takes away. What is about the person is given whole. */
declare const leadChangeSchema: z.ZodObject<{
    nextStep: z.ZodOptional<z.ZodNullable<z.ZodType<"other" | "call" | "send" | "visit" | "meet" | "terms", unknown, z.core.$ZodTypeInternals<"other" | "call" | "send" | "visit" | "meet" | "terms", unknown>>>>;
    nextAt: z.ZodOptional<z.ZodNullable<z.ZodISODate>>;
    done: z.ZodOptional<z.ZodBoolean>;
    assetIds: z.ZodOptional<z.ZodArray<z.ZodString>>;
    projectIds: z.ZodOptional<z.ZodArray<z.ZodString>>;
    person: z.ZodOptional<z.ZodObject<{
        name: import("../schema/field.js").Classified<z.ZodOptional<z.ZodString>, "personal">;
        organisation: import("../schema/field.js").Classified<z.ZodOptional<z.ZodString>, "personal">;
        phone: import("../schema/field.js").Classified<z.ZodOptional<z.ZodString>, "personal">;
        words: import("../schema/field.js").Classified<z.ZodOptional<z.ZodString>, "personal">;
        note: import("../schema/field.js").Classified<z.ZodOptional<z.ZodString>, "personal">;
    }, z.core.$strict>>;
}, z.core.$strict>;
export type LeadChange = z.infer<typeof leadChangeSchema>;
export declare const leadCalls: {
    /** Whether a visitor may leave a lead at this screen now; nothing of any lead. */
    readonly 'public.leadOffer': import("./call.js").Call<z.ZodObject<{}, z.core.$strict>, {
        open: boolean;
    }>;
    /** Leaves a lead, and answers with nothing. Refused where no show runs, where nothing could seal it, and to whoever leaves too many. */
    readonly 'public.lead': import("./call.js").Call<z.ZodObject<{
        name: z.ZodString;
        phone: z.ZodString;
        assetIds: z.ZodDefault<z.ZodArray<z.ZodString>>;
        language: z.ZodDefault<z.ZodEnum<{
            zh: "zh";
            en: "en";
        }>>;
        consent: z.ZodLiteral<true>;
    }, z.core.$strict>, Record<string, never>>;
    readonly 'leads.status': import("./call.js").Call<z.ZodObject<{}, z.core.$strict>, LeadsStatus>;
    readonly 'leads.list': import("./call.js").Call<z.ZodObject<{}, z.core.$strict>, readonly LeadRow[]>;
    /** What is about the person of one lead. Asked for by a person, one at a time. */
    readonly 'leads.reveal': import("./call.js").Call<z.ZodObject<{
        id: z.ZodString;
    }, z.core.$strict>, {
        name?: string | undefined;
        organisation?: string | undefined;
        phone?: string | undefined;
        words?: string | undefined;
        note?: string | undefined;
    }>;
    readonly 'leads.take': import("./call.js").Call<z.ZodObject<{
        way: z.ZodEnum<{
            desk: "desk";
            console: "console";
        }>;
        person: z.ZodObject<{
            name: import("../schema/field.js").Classified<z.ZodOptional<z.ZodString>, "personal">;
            organisation: import("../schema/field.js").Classified<z.ZodOptional<z.ZodString>, "personal">;
            phone: import("../schema/field.js").Classified<z.ZodOptional<z.ZodString>, "personal">;
            words: import("../schema/field.js").Classified<z.ZodOptional<z.ZodString>, "personal">;
            note: import("../schema/field.js").Classified<z.ZodOptional<z.ZodString>, "personal">;
        }, z.core.$strict>;
        assetIds: z.ZodDefault<z.ZodArray<z.ZodString>>;
        projectIds: z.ZodDefault<z.ZodArray<z.ZodString>>;
        tourId: z.ZodOptional<z.ZodString>;
        language: z.ZodDefault<z.ZodEnum<{
            zh: "zh";
            en: "en";
        }>>;
        nextStep: z.ZodOptional<z.ZodType<"other" | "call" | "send" | "visit" | "meet" | "terms", unknown, z.core.$ZodTypeInternals<"other" | "call" | "send" | "visit" | "meet" | "terms", unknown>>>;
        nextAt: z.ZodOptional<z.ZodISODate>;
        consent: z.ZodLiteral<true>;
    }, z.core.$strict>, {
        id: string;
    }>;
    readonly 'leads.change': import("./call.js").Call<z.ZodObject<{
        id: z.ZodString;
        revision: z.ZodNumber;
        change: z.ZodObject<{
            nextStep: z.ZodOptional<z.ZodNullable<z.ZodType<"other" | "call" | "send" | "visit" | "meet" | "terms", unknown, z.core.$ZodTypeInternals<"other" | "call" | "send" | "visit" | "meet" | "terms", unknown>>>>;
            nextAt: z.ZodOptional<z.ZodNullable<z.ZodISODate>>;
            done: z.ZodOptional<z.ZodBoolean>;
            assetIds: z.ZodOptional<z.ZodArray<z.ZodString>>;
            projectIds: z.ZodOptional<z.ZodArray<z.ZodString>>;
            person: z.ZodOptional<z.ZodObject<{
                name: import("../schema/field.js").Classified<z.ZodOptional<z.ZodString>, "personal">;
                organisation: import("../schema/field.js").Classified<z.ZodOptional<z.ZodString>, "personal">;
                phone: import("../schema/field.js").Classified<z.ZodOptional<z.ZodString>, "personal">;
                words: import("../schema/field.js").Classified<z.ZodOptional<z.ZodString>, "personal">;
                note: import("../schema/field.js").Classified<z.ZodOptional<z.ZodString>, "personal">;
            }, z.core.$strict>>;
        }, z.core.$strict>;
    }, z.core.$strict>, {
        revision: number;
    }>;
    /** Makes one lead of several; what the kept one says holds. This cannot be undone. */
    readonly 'leads.merge': import("./call.js").Call<z.ZodObject<{
        keep: z.ZodString;
        others: z.ZodArray<z.ZodString>;
    }, z.core.$strict>, {
        revision: number;
    }>;
    /** Deletes leads for good: nothing of them is left in the folder. This cannot be undone. */
    readonly 'leads.remove': import("./call.js").Call<z.ZodObject<{
        ids: z.ZodArray<z.ZodString>;
    }, z.core.$strict>, {
        removed: number;
    }>;
    readonly 'leads.counts': import("./call.js").Call<z.ZodObject<{}, z.core.$strict>, LeadCounts>;
    /** Makes the key that leads are sealed with, and wraps it by a passphrase; or adds a passphrase to a key that is unlocked. */
    readonly 'leads.setUp': import("./call.js").Call<z.ZodObject<{
        passphrase: z.ZodString;
    }, z.core.$strict>, LeadsStatus>;
    /** Unlocks by the passphrase, or by the system's key store where none is given. */
    readonly 'leads.unlock': import("./call.js").Call<z.ZodObject<{
        passphrase: z.ZodOptional<z.ZodString>;
    }, z.core.$strict>, LeadsStatus>;
    readonly 'leads.lock': import("./call.js").Call<z.ZodObject<{}, z.core.$strict>, LeadsStatus>;
    /** Gives up what nobody can read any more: a new key and passphrase; the old persons' parts are deleted, their leads stay to be counted. */
    readonly 'leads.startOver': import("./call.js").Call<z.ZodObject<{
        passphrase: z.ZodString;
    }, z.core.$strict>, LeadsStatus>;
    /** Writes all leads with names and phones as a workbook for staff, on purpose. Ends in a FinishedOutput. */
    readonly 'leads.export': import("./call.js").Call<z.ZodObject<{
        language: z.ZodDefault<z.ZodEnum<{
            zh: "zh";
            en: "en";
        }>>;
        ids: z.ZodOptional<z.ZodArray<z.ZodString>>;
    }, z.core.$strict>, {
        jobId: string;
    }>;
};
/** Says that leads were taken, changed or deleted, or that they can be read now or not any more; nothing of any of them. */
export interface LeadEvents {
    readonly 'leads.changed': {
        readonly total: number;
    };
}
export {};
