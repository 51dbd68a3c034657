import { z } from 'zod';
import { call, id, ids, nothing } from './contract/call.js';
import { exchangeContract } from './contract/exchange.js';
import { leadCalls, type LeadEvents } from './contract/lead-calls.js';
import { filmRequestSchema, outputRequestSchema, sheetRowsSchema, filmHabitSchema, webHabitSchema, brochureHabitSchema, outputHabitsSchema, type SheetRequest } from './contract/output-requests.js';
import { serverContract, type ServerStanding } from './contract/server.js';
import { takeAwayCalls, takeAwayHabitSchema } from './contract/take-away-calls.js';
import { changeEntrySchema } from './schema/change.js';
import type { CommandName } from './schema/commands.js';
import { failureSchema, type Failure } from './schema/failure.js';
import { importChoiceSchema, importFileSchema, importRowSchema, outcomes, type ImportPhoto, type ImportPlace } from './schema/import-plan.js';
import { listedNouns, nounNames } from './schema/ledger.js';
import { mapPrintHabitSchema } from './schema/map-print.js';
import { mapPackSchema, packIdSchema, type MapLayer, type MapPack, type PackDatum, type TileScheme } from './schema/map-pack.js';
import { mediaIdSchema, type Media } from './schema/media.js';
import { changeKinds, type RecordChange } from './schema/record-change.js';
import { textSchema } from './schema/text-schema.js';
import { idSchema } from './schema/common.js';
import { categories, datums } from './schema/vocabularies.js';
import { savedViewSchema } from './schema/view.js';
import type { FilmPlan } from './rules/film/film-plan.js';
import type { SheetRow } from './rules/export/sheet.js';
import type { IndexTable } from './rules/index-table.js';
import type { PublicAsset, PublicProfile, PublicProject, PublicTour } from './rules/projection.js';
import type { Asset } from './schema/asset.js';
import type { Location } from './schema/common.js';
import { boothPinSchema, laserSchema, stageCommandSchema, stageLanguages, stageThemes, type Laser, type StageShow } from './schema/stage.js';
import { standings, type CheckedAsset, type QualitySummary } from './schema/quality.js';
import type { Profile } from './schema/profile.js';
import type { Origin } from './schema/origin.js';
import type { Project } from './schema/project.js';
import type { Tour } from './schema/tour.js';
import { schemaOf } from './schema/vocabulary-schema.js';

export type { CallCircle } from './contract/call.js';
export * from './contract/output-requests.js';

/** One edit: a field of a record set (`value` absent clears it), a record added, or a record removed. */
export const editSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set'), noun: z.enum(nounNames), id: z.string(), path: z.string().max(80), value: z.unknown().optional(), revision: z.number().int().optional() }).strict(),
  z.object({ kind: z.literal('add'), noun: z.enum(listedNouns), record: z.record(z.string(), z.unknown()) }).strict(),
  z.object({ kind: z.literal('remove'), noun: z.enum(listedNouns), id: z.string() }).strict(),
]);
export type Edit = z.infer<typeof editSchema>;

export const settingsSchema = z.object({
  language: z.enum(['zh', 'en']), theme: z.enum(['light', 'dark', 'system']), operator: z.string().max(40),
  /** Saved views of the ledger's table. */
  views: z.array(savedViewSchema).max(40),
  /** A restore point is kept at most this often, in hours. */
  backupHours: z.number().int().min(1).max(168),
  mapPrint: mapPrintHabitSchema,
  /** How a web page was last made; which assets are in it is chosen anew every time. */
  webPage: webHabitSchema,
  outputs: outputHabitsSchema,
  brochure: brochureHabitSchema,
  film: filmHabitSchema,
  takeAway: takeAwayHabitSchema,
  /** How the stage was last set up; the PIN that ends a booth, empty until a person has chosen one. */
  stageTheme: schemaOf(stageThemes), stageLanguage: schemaOf(stageLanguages), boothPin: boothPinSchema.or(z.literal('')),
});
export type Settings = z.infer<typeof settingsSchema>;
export { firstSettings } from './contract/first-settings.js';

/** How the opened ledger stands. */
export interface LedgerStatus {
  readonly name: string;
  readonly folder: string;
  readonly sample: boolean;
  readonly readOnly: boolean;
  /** Why it is read-only, or what was mended at opening; nothing when all is well. */
  readonly notice?: { readonly zh: string; readonly en: string };
  readonly seq: number;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What undo and redo would take back, in the words of the history. */
  readonly undoLabel?: { readonly zh: string; readonly en: string };
  readonly redoLabel?: { readonly zh: string; readonly en: string };
  /** True while the folder cannot be reached: the stick is out, the network drive gone. What was acknowledged is on it. */
  readonly missing?: boolean;
  /** Set where the ledger is kept on a server: where, who is signed in, and whether it can be reached. */
  readonly server?: ServerStanding;
  /** Set for a folder that was taken from a server: where from, when, and the change it holds. */
  readonly origin?: Pick<Origin, 'address' | 'takenAt' | 'seq'>;
}
/** A project with what is derived from its linked assets. */
export interface ProjectTotals { readonly assetCount: number; readonly siteArea: number; readonly floorArea: number; readonly capacityKw: number }
export interface ChangeSummary { readonly seq: number; readonly at: string; readonly by: string; readonly label: { readonly zh: string; readonly en: string }; readonly count: number; readonly undoes?: number; readonly redoes?: number;
  /** True when it was taken back and does not hold any more. */
  readonly undone?: boolean }
export type JobState =
  | { readonly state: 'running'; readonly done: number; readonly total: number | null; readonly step: { readonly zh: string; readonly en: string } }
  | { readonly state: 'done'; readonly result: unknown }
  | { readonly state: 'failed'; readonly failure: Failure }
  | { readonly state: 'cancelled' };
export interface ImportPlanSummary { readonly planId: string; readonly files: readonly z.infer<typeof importFileSchema>[]; readonly photos: readonly ImportPhoto[];
  /** The township that a title or 填报单位 line of the files names. */
  readonly township?: string }
/** What came of an import: how many records and photos, and the number of its change (that before it, when nothing was to change). */
export interface ImportResult { readonly seq: number; readonly added: number; readonly changed: number; readonly photos: number }
/** One file taken into the ledger's media folder, or why not. */
export interface StoredMedia { readonly uploadId: string; readonly kind: 'photo' | 'video' | 'document'; readonly media?: Media; readonly location?: Location; readonly failure?: Failure }
/** What changed between two days, counted; the records follow by `history.rows`. */
export interface Comparison { readonly comparisonId: string; readonly from: string; readonly to: string; readonly added: number; readonly changed: number; readonly removed: number; readonly notice?: { readonly zh: string; readonly en: string } }
export interface RecordHistoryItem { readonly seq: number; readonly at: string; readonly by: string; readonly label: { readonly zh: string; readonly en: string }; readonly change: RecordChange; readonly undoes?: number; readonly redoes?: number; readonly undone?: boolean }
/** A restore point: the ledger as it was after change `seq`. */
export interface RestorePoint { readonly id: string; readonly at: string; readonly seq: number; readonly bytes: number; readonly newest: boolean }
export interface FolderListing {
  readonly folder: string;
  readonly parent: string | null;
  readonly folders: readonly { readonly name: string; readonly folder: string; readonly ledger: boolean }[];
  /** Where to begin: documents, desktop, drives and sticks. */
  readonly places: readonly { readonly label: { readonly zh: string; readonly en: string }; readonly folder: string }[];
  /** The files whose endings were asked for; none where none were. */
  readonly files: readonly { readonly name: string; readonly file: string; readonly bytes: number }[];
}
/** A sheet of the map as any screen draws it, from the lowest up. `fault` says why its tiles cannot be had now. */
export interface MapSheet extends MapLayer { readonly kind: 'schematic' | 'pictures' | 'features'; readonly fault?: { readonly zh: string; readonly en: string } }
/** Where a pack's tiles are kept: in the ledger's folder, or elsewhere on this machine; whether a sheet of the map uses them. */
export interface StoredPack { readonly id: string; readonly bytes: number; readonly how: 'copied' | 'linked'; readonly path: string; readonly inUse: boolean; readonly fault?: { readonly zh: string; readonly en: string } }
/** What a pack was found to be, before it is taken in. `proposal` fills the form; `evidence` says why its datum is proposed, `faults` what is wrong with some of it. */
export interface PackInspection {
  readonly inspectionId: string;
  readonly path: string;
  readonly bytes: number;
  /** How many tiles; null where counting would take long. */
  readonly tiles: number | null;
  readonly proposal: MapPack;
  readonly datums: readonly { readonly datum: PackDatum; readonly evidence: { readonly zh: string; readonly en: string } | null }[];
  /** Schemes that the file does not decide between; the first is proposed. */
  readonly schemes: readonly TileScheme[];
  /** Some tiles to look at, level by level, in the pack's own counting from the north (XYZ) under the proposed scheme. Address: maps/<inspectionId>/tiles/<scheme>/<z>/<x>/<y>. */
  readonly samples: readonly { readonly z: number; readonly x: number; readonly y: number }[];
  readonly faults: readonly { readonly zh: string; readonly en: string }[];
}
/** Boundaries of published assets: rings of every part, each a list of whole millionths of a degree (longitude, latitude, then the steps from one corner to the next). */
export interface BoundaryPage { readonly rows: readonly { readonly id: string; readonly rings: readonly (readonly number[])[] }[]; readonly next: number | null }
/** What only the presenter knows of a show: its clocks (milliseconds since 1970), what was marked, and whether it was taken up again after a crash. */
export interface StageDesk {
  readonly startedAt: number | null;
  readonly stopSince: number | null;
  readonly marks: readonly { readonly assetId: string; readonly at: number }[];
  readonly recovered: boolean;
}
export interface OutputFile { readonly fileId: string; readonly name: string; readonly bytes: number }
/** A finished output, what is to be said of it, and of a film the picture that stands for it. */
export interface FinishedOutput extends OutputFile { readonly notices: readonly { readonly zh: string; readonly en: string }[]; readonly poster?: OutputFile }

/** What the program is, what it runs on and whose work it stands on. `logFile` is where its host writes its log, null where it writes none. */
export interface About {
  readonly version: string;
  readonly host: string;
  readonly engines: readonly { readonly name: string; readonly version: string }[];
  readonly logFile: string | null;
  readonly licences: readonly { readonly name: string; readonly version: string; readonly licence: string }[];
}

/** Every call there is: who may make it, what it takes, what it gives. Both hosts, the client and the command line derive from this list. */
export const contract = {
  'public.overview': call<{ profile: PublicProfile; sample: boolean; today: string }>()('public', nothing),
  'public.index': call<IndexTable>()('public', nothing),
  'public.rows': call<IndexTable>()('public', ids),
  'public.asset': call<{ asset: PublicAsset; projects: readonly PublicProject[] }>()('public', id),
  /** The sheets of the map from the lowest up. Tiles lie at maps/<id>/tiles/<scheme>/<z>/<x>/<y>, counted from the north (XYZ) whatever the scheme. */
  'public.maps': call<readonly MapSheet[]>()('public', nothing),
  /** A page of the boundaries, from the asset numbered `from` on; or those of some assets. */
  'public.boundaries': call<BoundaryPage>()('public', z.object({ from: z.number().int().nonnegative().default(0), limit: z.number().int().min(1).max(5_000).default(2_000), ids: z.array(z.string()).max(5_000).optional() }).strict()),
  'public.projects': call<readonly { project: PublicProject; totals: ProjectTotals }[]>()('public', nothing),
  'public.assets': call<readonly PublicAsset[]>()('public', z.object({ ids: z.array(z.string()).max(500) }).strict()),
  /** The show as it is, and the tour that it follows. */
  'public.stage': call<{ show: StageShow; tour: PublicTour | null }>()('public', nothing),
  /** Asks something of the show. At a booth only what a visitor may do; ends in the show as it is then. */
  'public.act': call<StageShow>()('public', z.object({ command: stageCommandSchema }).strict()),
  /** Ends a booth. Refused, and slower each time, on a wrong PIN. */
  'public.unlock': call<StageShow>()('public', z.object({ pin: z.string().max(20) }).strict()),
  'public.point': call<Record<string, never>>()('public', z.object({ laser: laserSchema }).strict()),
  /** What a page that is printed now for the public is to show. */
  'public.sheet': call<SheetRequest>()('public', id),
  /** Rows of a table that is printed now for the public. */
  'public.sheetRows': call<{ rows: readonly SheetRow[] }>()('public', sheetRowsSchema),

  'ledger.status': call<LedgerStatus>()('desk', nothing),
  /** `missing` where the folder cannot be reached now: a stick that is not in. */
  'ledger.list': call<readonly { folder: string; name: string; sample: boolean; open: boolean; missing?: boolean }[]>()('desk', nothing),
  'ledger.open': call<LedgerStatus>()('desk', z.object({ folder: z.string().min(1).max(1000) }).strict()),
  'ledger.create': call<LedgerStatus>()('desk', z.object({ name: z.string().min(1).max(60), parent: z.string().max(1000).optional() }).strict()),
  'ledger.copy': call<{ jobId: string }>()('desk', z.object({ parent: z.string().min(1).max(1000), name: z.string().min(1).max(60) }).strict()),
  'ledger.move': call<{ jobId: string }>()('desk', z.object({ parent: z.string().min(1).max(1000), name: z.string().min(1).max(60) }).strict()),
  /** Takes a ledger off the list; the folder stays as it is. */
  'ledger.forget': call<Record<string, never>>()('desk', z.object({ folder: z.string().min(1).max(1000) }).strict()),
  ...serverContract,
  'folder.list': call<FolderListing>()('desk', z.object({ folder: z.string().max(1000).optional(), endings: z.array(z.string().regex(/^[a-z0-9]{1,10}$/)).max(10).default([]) }).strict()),
  'folder.make': call<{ folder: string }>()('desk', z.object({ parent: z.string().min(1).max(1000), name: z.string().min(1).max(60) }).strict()),
  'backup.list': call<readonly RestorePoint[]>()('desk', nothing),
  'backup.make': call<RestorePoint>()('desk', nothing),
  /** Compares a restore point with the ledger as it is: what restoring would change. Ends in a Comparison. */
  'backup.compare': call<{ jobId: string }>()('desk', id),
  /** Puts the ledger back as one undoable change. Ends in { seq }. */
  'backup.restore': call<{ jobId: string }>()('desk', id),
  'ledger.check': call<{ assets: number; projects: number; problems: readonly Failure[] }>()('desk', nothing),
  'desk.index': call<IndexTable>()('desk', nothing),
  'desk.rows': call<IndexTable>()('desk', ids),
  'desk.assets': call<readonly Asset[]>()('desk', ids),
  'desk.projects': call<readonly { project: Project; totals: ProjectTotals }[]>()('desk', nothing),
  'desk.tours': call<readonly Tour[]>()('desk', nothing),
  'desk.profile': call<Profile>()('desk', nothing),
  'desk.apply': call<{ seq: number; ids: readonly string[] }>()('desk', z.object({ edits: z.array(editSchema).min(1).max(50_000), label: textSchema.optional() }).strict()),
  'desk.undo': call<{ seq: number; label: { zh: string; en: string } }>()('desk', nothing),
  'desk.redo': call<{ seq: number; label: { zh: string; en: string } }>()('desk', nothing),
  'desk.history': call<readonly ChangeSummary[]>()('desk', z.object({ limit: z.number().int().min(1).max(500).default(100), before: z.number().int().optional() }).strict()),
  'desk.change': call<{ entries: readonly z.infer<typeof changeEntrySchema>[] }>()('desk', z.object({ seq: z.number().int().positive() }).strict()),
  'history.ofRecord': call<readonly RecordHistoryItem[]>()('desk', z.object({ noun: z.enum(nounNames), id: z.string(), limit: z.number().int().min(1).max(200).default(50), before: z.number().int().optional() }).strict()),
  /** Works out what changed between two days (both included, in the office's own time). Ends in a Comparison. */
  'history.compare': call<{ jobId: string }>()('desk', z.object({ from: z.iso.date(), to: z.iso.date() }).strict()),
  'history.rows': call<{ total: number; rows: readonly RecordChange[] }>()('desk', z.object({ comparisonId: z.string(), noun: z.enum(nounNames).optional(), kind: z.enum(changeKinds).optional(), offset: z.number().int().nonnegative().default(0), limit: z.number().int().min(1).max(500).default(200) }).strict()),

  /** The records of one change, cell by cell, a page at a time: an import may have changed 60,000. */
  'history.ofChange': call<{ total: number; rows: readonly RecordChange[] }>()('desk', z.object({ seq: z.number().int().positive(), offset: z.number().int().nonnegative().default(0), limit: z.number().int().min(1).max(500).default(50) }).strict()),
  /** Takes the ledger back to how it was after change `seq` (0: before all of them), as one undoable change. Ends in { seq }. */
  'history.undoTo': call<{ jobId: string }>()('desk', z.object({ seq: z.number().int().nonnegative() }).strict()),

  'quality.summary': call<QualitySummary>()('desk', nothing),
  /** Assets worst first; with a finding's code or a missing field's path only those that have it. */
  'quality.list': call<{ total: number; rows: readonly CheckedAsset[] }>()('desk', z.object({
    category: schemaOf(categories).optional(), finding: z.string().max(60).optional(), gap: z.string().max(80).optional(), standing: z.enum(standings).optional(), query: z.string().max(100).optional(),
    offset: z.number().int().nonnegative().default(0), limit: z.number().int().min(1).max(500).default(100),
  }).strict()),
  'quality.ofAsset': call<CheckedAsset>()('desk', id),

  /** Takes uploaded files into the ledger's media folder: photos scaled and without EXIF, with a thumbnail, originals kept. Ends in StoredMedia[]. Nothing refers to them until an edit does. */
  'media.store': call<{ jobId: string }>()('desk', z.object({ uploadIds: z.array(z.string()).min(1).max(200), as: z.enum(['photo', 'video', 'document']).optional() }).strict()),
  /** Makes a turned version of a photo; the media it answers with takes the old one's place by an edit. */
  'media.turn': call<Media>()('desk', z.object({ id: mediaIdSchema, original: mediaIdSchema.optional(), quarterTurns: z.number().int().min(0).max(3) }).strict()),

  'import.plan': call<{ jobId: string }>()('desk', z.object({ uploadIds: z.array(z.string()).min(1).max(200) }).strict()),
  /** Plans the same files anew with a person's choices; ends in an ImportPlanSummary whose plan takes the old one's place. */
  'import.replan': call<{ jobId: string }>()('desk', z.object({ planId: z.string(), choices: z.array(importChoiceSchema).max(2_000) }).strict()),
  'import.places': call<{ places: readonly ImportPlace[]; total: number }>()('desk', z.object({ planId: z.string(), file: z.number().int().nonnegative(), sheet: z.string(), datum: schemaOf(datums).optional() }).strict()),
  'import.rows': call<{ total: number; rows: readonly z.infer<typeof importRowSchema>[] }>()('desk', z.object({
    planId: z.string(), file: z.number().int().nonnegative(), outcome: z.enum(outcomes).optional(), noun: z.enum(['asset', 'project']).optional(),
    /** Those that a person should look at; `remarkedOnly` those with a note, too. */
    doubtfulOnly: z.boolean().optional(), remarkedOnly: z.boolean().optional(),
    /** Words that stand in the name, the code or the village. */
    query: z.string().max(100).optional(),
    offset: z.number().int().nonnegative().default(0), limit: z.number().int().min(1).max(500).default(200),
  }).strict()),
  /** Applies a plan as one undoable change; ends in an ImportResult. Cancelled before the change is written, it leaves the ledger as it is. `skip` names rows (by their key in the plan) that the person left out. */
  'import.apply': call<{ jobId: string }>()('desk', z.object({
    planId: z.string(), skip: z.array(z.string()).default([]),
    /** Whole groups that are left out: of a file, the rows of an outcome, or those with a doubt. */
    leaveOut: z.array(z.object({ file: z.number().int().nonnegative(), sheet: z.string().optional(), outcome: z.enum(outcomes).optional(), doubtfulOnly: z.boolean().optional() })).default([]),
    /** Photos that the person confirmed, and the asset that each goes to. */
    photos: z.array(z.object({ file: z.number().int().nonnegative(), assetId: z.string() })).default([]),
  }).strict()),
  ...exchangeContract,

  'import.discard': call<Record<string, never>>()('desk', z.object({ planId: z.string() }).strict()),

  /** Every pack kept in the ledger's folder or linked from it, used or not. */
  'maps.list': call<readonly StoredPack[]>()('desk', nothing),
  /** Looks into a pack on this machine: a file, or a folder of tiles. Ends in a PackInspection. */
  'maps.inspect': call<{ jobId: string }>()('desk', z.object({ path: z.string().min(1).max(1000) }).strict()),
  /** Copies an inspected pack into the ledger's folder, or links it, and lays it on top as one undoable change. Ends in { id }. */
  'maps.add': call<{ jobId: string }>()('desk', z.object({ inspectionId: packIdSchema, how: z.enum(['copy', 'link']), pack: mapPackSchema }).strict()),
  /** Finds a linked pack that was moved. Ends in { id }; refused when it is another pack. */
  'maps.relink': call<{ jobId: string }>()('desk', z.object({ id: packIdSchema, path: z.string().min(1).max(1000) }).strict()),
  /** Deletes the stored tiles of a pack that no sheet uses; a linked pack's own files stay. This cannot be undone. */
  'maps.remove': call<Record<string, never>>()('desk', z.object({ id: packIdSchema }).strict()),

  /** As `public.sheet`, for the staff's own prints. */
  'output.sheet': call<SheetRequest>()('desk', id),
  'output.sheetRows': call<{ rows: readonly SheetRow[] }>()('desk', sheetRowsSchema),
  'output.start': call<{ jobId: string }>()('desk', outputRequestSchema),
  /** The plan of a film as it would be made now, for its preview. */
  'output.film': call<FilmPlan>()('desk', filmRequestSchema),
  'job.state': call<JobState>()('desk', z.object({ jobId: z.string() }).strict()),
  'job.cancel': call<Record<string, never>>()('desk', z.object({ jobId: z.string() }).strict()),

  /** Begins a show at a stop, or at the first; `booth` lets it run by itself until its PIN is given. */
  'stage.start': call<StageShow>()('desk', z.object({ tourId: idSchema, stopId: z.string().max(40).optional(), booth: z.boolean().default(false) }).strict()),
  'stage.act': call<StageShow>()('desk', z.object({ command: stageCommandSchema }).strict()),
  'stage.desk': call<StageDesk>()('desk', nothing),
  /** Marks an asset that somebody in the room asked about, or takes the mark away. */
  'stage.mark': call<StageDesk>()('desk', z.object({ assetId: idSchema, marked: z.boolean() }).strict()),
  'stage.clearMarks': call<StageDesk>()('desk', nothing),
  /** Opens the audience screen, on the second display where there is one; `address` is for a host that leaves the opening to the page. */
  'stage.screen': call<{ address: string | null; displays: number }>()('desk', z.object({ open: z.boolean() }).strict()),

  'settings.get': call<Settings>()('desk', nothing),
  'settings.set': call<Settings>()('desk', settingsSchema.partial().strict()),
  'about.get': call<About>()('desk', nothing),
  /** The text of a package's licence as its authors wrote it; nothing where the package brings none. */
  'about.licence': call<{ text: string | null }>()('desk', z.object({ name: z.string().max(120), version: z.string().max(60) }).strict()),

  /** Whether the host has the system's own dialogs, dragging and file manager; the rest of `desktop` is refused where it has not. */
  'desktop.offers': call<{ native: boolean }>()('desk', nothing),
  /** Lets the person choose in the system's own dialog; null where they chose nothing. */
  'desktop.choose': call<{ path: string | null }>()('desk', z.object({ what: z.enum(['ledger', 'folder', 'file']), endings: z.array(z.string().regex(/^[a-z0-9]{1,10}$/)).max(10).default([]) }).strict()),
  /** Begins to drag a finished output out of the window; asked while the pointer is still held down. */
  'desktop.drag': call<Record<string, never>>()('desk', z.object({ fileId: z.string().max(60) }).strict()),
  /** Shows the open ledger's folder, or the log file, in the system's file manager. */
  'desktop.show': call<Record<string, never>>()('desk', z.object({ what: z.enum(['ledger', 'log']) }).strict()),

  ...leadCalls,
  ...takeAwayCalls,
} as const;

export type Contract = typeof contract;
export type CallName = keyof Contract;
export type CallInput<N extends CallName> = z.input<Contract[N]['input']>;
export type ParsedInput<N extends CallName> = z.output<Contract[N]['input']>;
export type CallOutput<N extends CallName> = NonNullable<Contract[N]['output']>;
export const callNames = Object.keys(contract) as CallName[];

/** What a call comes back as over any transport. */
export type Reply<T = unknown> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };
export const replySchema = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), value: z.unknown() }), z.object({ ok: z.literal(false), failure: failureSchema })]);

/** Everything the host says by itself. Records are named, not sent: who wants them asks with its own circle's calls. */
export interface Events extends LeadEvents {
  'ledger.opened': { readonly sample: boolean };
  /** The ledger's standing changed without an edit: its folder went away or came back. */
  'ledger.stands': LedgerStatus;
  'ledger.changed': { readonly seq: number; readonly assets: readonly string[]; readonly projects: readonly string[]; readonly tours: readonly string[]; readonly profile: boolean };
  /** What the audience screen shows now. */
  'stage.shows': StageShow;
  'stage.points': Laser;
  'stage.desk': StageDesk;
  'job.changed': { readonly jobId: string; readonly job: JobState };
  'settings.changed': Settings;
  /** Chosen in the native menu, for the page to do. */
  'desktop.command': { readonly command: CommandName };
}
export type EventName = keyof Events;
export const eventNames = ['ledger.opened', 'ledger.stands', 'ledger.changed', 'stage.shows', 'stage.points', 'stage.desk', 'job.changed', 'settings.changed', 'desktop.command', 'leads.changed'] as const satisfies readonly EventName[];
