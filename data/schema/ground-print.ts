import { z } from 'zod';

/** The ground of a map alone, without assets: a picture that other things are made of. Corner and sides in CSS pixels of the whole world at `zoom`. */
export const groundRequestSchema = z.object({
  kind: z.literal('ground'),
  audience: z.enum(['internal', 'public']),
  language: z.enum(['zh', 'en']),
  style: z.enum(['paper', 'night']),
  zoom: z.number().int().min(0).max(20),
  left: z.number().int().nonnegative(), top: z.number().int().nonnegative(),
  width: z.number().int().min(256).max(8192), height: z.number().int().min(256).max(8192),
  /** Whether places are named in the picture; false where whoever shows it sets the names. */
  names: z.boolean(),
}).strict();
export type GroundRequest = z.infer<typeof groundRequestSchema>;
