import { lands, woods } from './nature.mjs'
import { commons, homes, water } from './places.mjs'

/** Every picture of the sample, by hand. */
export const pictures = [...woods, ...lands, ...water, ...homes, ...commons]
