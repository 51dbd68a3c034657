import { z } from 'zod';
import { assetFilterSchema } from './asset-filter.js';
import { idSchema } from './common.js';
import { cameraSchema } from './tour.js';
import { vocabulary } from './vocabulary.js';
import { wishSchema } from './wish.js';
import { schemaOf } from './vocabulary-schema.js';

/** How a show runs: along the tour, off it with the map free, or by itself at a booth. */
export const stageModes = ['tour', 'explore', 'booth'] as const;

export const stageThemes = vocabulary({ light: ['浅色舞台', 'Light stage'], dark: ['深色舞台', 'Dark stage'] });
export const stageLanguages = vocabulary({ zh: ['中文', 'Chinese'], en: ['英文', 'English'], both: ['中英', 'Both'] });
export type StageTheme = (typeof stageThemes.values)[number];
export type StageLanguage = (typeof stageLanguages.values)[number];

/** So many answers to a wish can be read from the back of a room. */
export const mostAnswers = 3;
/**
 * An answer to a question from the room: assets that are lit on the map. `match` is the answer to an investor's wish: the assets that
 * the presenter sends, best first, and what was wished for, in the vocabulary's words; nothing of who asked, nor of how.
 */
export const findingSchema = z.object({
  filter: assetFilterSchema, query: z.string().max(100).default(''),
  match: z.object({ ids: z.array(idSchema).min(1).max(mostAnswers), wish: wishSchema }).optional(),
});
export type Finding = z.infer<typeof findingSchema>;

/**
 * What the audience screen shows now. It is all that a screen needs besides public records: identities and switches, nothing of
 * what the presenter alone may read.
 */
export const stageShowSchema = z.object({
  on: z.boolean(),
  tourId: idSchema.nullable(),
  /** The stop the tour stands at, also while the map is explored; `step` counts the scenes within it from 0. */
  stopId: z.string().nullable(),
  step: z.number().int().nonnegative(),
  mode: z.enum(stageModes),
  /** At a booth: a visitor is at the screen. */
  awake: z.boolean(),
  black: z.boolean(),
  /** While exploring: what was asked for, the asset that is open, and where the presenter moved the map. */
  finding: findingSchema.nullable(),
  assetId: idSchema.nullable(),
  camera: cameraSchema.nullable(),
  /** Where the slider between before and after stands, 0 to 1. */
  share: z.number().min(0).max(1),
  theme: schemaOf(stageThemes),
  language: schemaOf(stageLanguages),
});
export type StageShow = Readonly<z.infer<typeof stageShowSchema>>;

/** Before anything was shown, and after a show has ended. */
export const noShow: StageShow = { on: false, tourId: null, stopId: null, step: 0, mode: 'tour', awake: false, black: false, finding: null, assetId: null, camera: null, share: 0.5, theme: 'light', language: 'zh' };

/** All that can be asked of a running show, by a key, a clicker, a finger or the console. */
export const stageCommandSchema = z.discriminatedUnion('do', [
  z.object({ do: z.enum(['next', 'previous', 'first', 'last', 'return', 'touch', 'sleep', 'end']) }).strict(),
  z.object({ do: z.literal('go'), stopId: z.string().max(40), step: z.number().int().nonnegative().default(0) }).strict(),
  z.object({ do: z.literal('black'), on: z.boolean().optional() }).strict(),
  z.object({ do: z.literal('explore'), camera: cameraSchema.nullable().default(null) }).strict(),
  z.object({ do: z.literal('find'), finding: findingSchema.nullable() }).strict(),
  z.object({ do: z.literal('open'), assetId: idSchema.nullable() }).strict(),
  z.object({ do: z.literal('look'), camera: cameraSchema }).strict(),
  z.object({ do: z.literal('slide'), share: z.number().min(0).max(1) }).strict(),
  z.object({ do: z.literal('present'), theme: schemaOf(stageThemes).optional(), language: schemaOf(stageLanguages).optional() }).strict(),
]);
export type StageCommand = z.infer<typeof stageCommandSchema>;

/** What a visitor at a booth may do; the rest needs the PIN or the console. */
export const boothCommands: ReadonlySet<StageCommand['do']> = new Set(['touch', 'sleep', 'find', 'open', 'look', 'slide', 'explore', 'return']);

/** The PIN that ends a booth: four to eight digits. */
export const boothPinSchema = z.string().regex(/^\d{4,8}$/);
/** A booth goes back to its loop when nobody has touched it for so long. */
export const boothIdleSeconds = 60;

/** A light dot on the screen, in shares of its width and height. */
export const laserSchema = z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) }).nullable();
export type Laser = z.infer<typeof laserSchema>;
