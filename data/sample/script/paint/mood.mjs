import { tint } from './colour.mjs'

/** The pigments of the blue-green scroll: azurite, malachite, ochre, cinnabar, shell white, pine soot. */
export const pigment = {
  azurite: '#1F5F8B', azuriteDeep: '#174A70', azuritePale: '#7FB0BE', malachite: '#2F7D5B', malachiteDeep: '#1C5A4A', malachitePale: '#8FBFA2',
  ochre: '#B8813F', ochrePale: '#D9BD86', silk: '#EFE2C3', paper: '#F6F1E5', shell: '#F7F2E4', cinnabar: '#C23A2B', soot: '#16292B', umber: '#5A4030',
}

const times = {
  dawn: { sky: ['#C9D8CF', '#F2DFC0', '#F6EBD2'], mist: '#F6EDDA', glow: '#F0B27E', disc: { colour: '#E58A55', size: 40 }, shift: ['#F2CFA6', 0.1], water: ['#EADFC8', '#4C8F94'], dark: 0 },
  noon: { sky: ['#BFD8D8', '#E3E8D8', '#F5EFDD'], mist: '#F5F1E2', glow: '#FBF3DC', disc: null, shift: ['#FFFFFF', 0], water: ['#CFE3DC', '#2E7C86'], dark: 0 },
  dusk: { sky: ['#8FAEB4', '#E9B98C', '#F4D9AE'], mist: '#F3DDBB', glow: '#EE9A5C', disc: { colour: '#DB6B3C', size: 48 }, shift: ['#D98A55', 0.13], water: ['#F0CD9C', '#3F7C85'], dark: 0.12 },
  mist: { sky: ['#DCE4DA', '#E9EADB', '#F1EDDD'], mist: '#EEEDDF', glow: '#F7F3E6', disc: null, shift: ['#DFE6DA', 0.2], water: ['#DCE6DC', '#5E9A98'], dark: 0 },
  night: { sky: ['#0F2A3F', '#1E4A5E', '#4C7D83'], mist: '#5E8C8E', glow: '#F3E4B5', disc: { colour: '#F8EFCF', size: 34 }, shift: ['#12344A', 0.52], water: ['#5C8F98', '#12394C'], dark: 1 },
}

const seasons = {
  spring: { crest: '#3B7F93', body: '#5FA56F', foot: '#D3C489', leaf: ['#6FA84F', '#8CBB5C', '#4C8C4E'], grass: '#9DB866', field: '#B7CF86' },
  summer: { crest: '#1F5F8B', body: '#2F7D5B', foot: '#C4AE72', leaf: ['#2F7D4F', '#47925A', '#23624A'], grass: '#6FA263', field: '#7DB068' },
  autumn: { crest: '#2B6886', body: '#5F8B5E', foot: '#CF9F5C', leaf: ['#C9622E', '#D98B3A', '#A8402A'], grass: '#B9A45C', field: '#DDB654' },
  snow: { crest: '#7C9FB0', body: '#B9CFD2', foot: '#EEF0E8', leaf: ['#8FA7A2', '#C9D6D2', '#6F8F8A'], grass: '#E4E9E2', field: '#EDF0EA' },
  winter: { crest: '#4B7C92', body: '#6E9A92', foot: '#D8CDB4', leaf: ['#557A6C', '#6D8C7A', '#3F665E'], grass: '#A9AC8C', field: '#C9BE99' },
}

/**
 * The colours of one hour in one season: sky, mist, mountains by distance, water, leaves, ink.
 * `tone(colour)` turns a pigment to the hour's light; `lamp` is the colour of lit windows.
 */
export function createMood(time, season) {
  const hour = times[time]
  const year = seasons[season]
  const tone = (colour, weight = 1) => tint(colour, hour.shift[0], hour.shift[1] * weight)
  const distance = (share) => ({
    crest: tone(tint(year.crest, hour.mist, share)),
    body: tone(tint(year.body, hour.mist, share)),
    foot: tone(tint(year.foot, hour.mist, share), 0.7),
  })
  const ink = hour.dark > 0.5 ? '#07181F' : pigment.soot
  return {
    time, season, ...hour, tone, ink, lamp: '#FFC868',
    far: distance(0.62), middle: distance(0.3), near: distance(0.06), at: distance,
    leaf: year.leaf.map((colour) => tone(colour)), grass: tone(year.grass), field: tone(year.field),
    green: (season === 'snow' ? ['#7F9C94', '#C3D2CC', '#5E827C'] : season === 'spring' ? ['#6FA84F', '#93BE62', '#4C8C4E'] : ['#3F8A4C', '#6BA858', '#2A6A48']).map((colour) => tone(colour)),
    pine: (season === 'snow' ? ['#5F8680', '#DCE6E2', '#41665F'] : ['#1F5B4C', '#2C6F5A', '#123F3A']).map((colour) => tone(colour)), bark: tone('#4A3A30', 0.6),
    wall: tone('#F2EAD8', 0.8), tile: tone(season === 'snow' ? '#B4BFC1' : '#36464A', 0.6), wood: tone('#7A5238', 0.7), earth: tone('#C79A62', 0.8), stone: tone('#A8A595', 0.8),
    water: hour.water,
  }
}
