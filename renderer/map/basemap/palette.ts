import type { NameKind } from './label-style.js';

/** The two looks of the base map: rice paper by day, ink by night. */
export type BasemapStyle = 'paper' | 'night';

export interface Palette {
  /** Mist and paper beyond the mountains; also the map's background. */
  ground: string;
  grain: string;
  contour: string;
  stream: string;
  streamEdge: string;
  streamBank: string;
  /** The light middle of a stream in close views. */
  streamLight: string;
  ripple: string;
  weir: string;
  weirEdge: string;
  road: string;
  roadCasing: string;
  lane: string;
  track: string;
  trail: string;
  bridge: string;
  bridgeEdge: string;
  /** A county road's own warmth. */
  countyRoad: string;
  /** Light from windows at night; none by day. */
  lamp: string | null;
  /** Stone laid around houses and halls. */
  paving: string;
  /** Field fills by kind: young rice, ripening rice, vegetables, rape in flower, flooded paddy. */
  fields: readonly [string, string, string, string, string];
  furrow: string;
  ridge: string;
  tea: string;
  teaRow: string;
  teaLight: string;
  terrace: string;
  terraceRow: string;
  /** Crown and light of trees by kind: broadleaf, pine, bamboo. */
  trees: readonly (readonly [string, string])[];
  treeShadow: string;
  /** Wash under the woods by kind, red, green, blue and opacity 0..255. */
  woods: readonly (readonly [number, number, number, number])[];
  wall: string;
  roof: string;
  roofLit: string;
  roofRidge: string;
  roofFar: string;
  courtyard: string;
  hall: string;
  buildingShadow: string;
  outline: string;
  view: string;
  label: Record<NameKind, string>;
  /** Names written into the water. */
  waterName: string;
  halo: string;
}

export const palettes: Record<BasemapStyle, Palette> = {
  paper: {
    ground: '#F6F1E5', grain: '#6b5a3a', contour: '#1d4a4c',
    stream: '#4E9AB8', streamEdge: '#2f7d9f', streamBank: '#EAF3EC', streamLight: '#64aac4', ripple: '#e9f6f4', weir: '#f1f3e6', weirEdge: '#2f7d9f',
    road: '#FBF3DC', roadCasing: '#8a7a5a', lane: '#f4ead0', track: '#8a7350', trail: '#C23A2B',
    bridge: '#efe6d0', bridgeEdge: '#6f6350', countyRoad: '#F6DFAE', lamp: null, paving: '#ebe2cb',
    fields: ['#BFD1A0', '#DDD2A0', '#ABC79A', '#E6D998', '#C2DAD4'],
    furrow: '#71844f', ridge: '#8b8a62',
    tea: '#8fb583', teaRow: '#3d7f55', teaLight: '#a9cf95', terrace: '#d9cf92', terraceRow: '#8f8a4e',
    trees: [['#2f7a5c', '#6fb08a'], ['#1f5f5a', '#4f9488'], ['#4f8f4c', '#9cc47c']],
    treeShadow: 'rgba(18,52,52,0.26)',
    woods: [[74, 150, 118, 74], [38, 116, 112, 70], [110, 164, 92, 88]],
    wall: '#f7f1e2', roof: '#434b4f', roofLit: '#666f70', roofRidge: '#b9b8a8', roofFar: '#6b4a38', courtyard: '#d9cfb6', hall: '#7c4034',
    buildingShadow: 'rgba(28,40,38,0.34)',
    outline: '#2F7D5B', view: '#C23A2B',
    label: { township: '#1c4a44', village: '#1F2A2C', stream: '#1b5a78', peak: '#1f463f', place: '#2c6a4a', weir: '#1F5F8B', height: '#5f5a3c' },
    waterName: '#f7fbf6',
    halo: '#F8F4E8',
  },
  night: {
    ground: '#12201F', grain: '#cfe6dc', contour: '#9fd0c4',
    stream: '#4896b6', streamEdge: '#2b6f8c', streamBank: '#0d2a33', streamLight: '#58a6c4', ripple: '#bfe6ee', weir: '#cfe4de', weirEdge: '#1d4d60',
    road: '#c9b888', roadCasing: '#0f1b1a', lane: '#6d6a54', track: '#a5946c', trail: '#f0705c',
    bridge: '#d8ccaa', bridgeEdge: '#101a19', countyRoad: '#e2c583', lamp: '255,196,112', paving: '#2b3632',
    fields: ['#3f5c42', '#6b6238', '#3a563e', '#7a6a34', '#2f5a5e'],
    furrow: '#1c2f26', ridge: '#1f3430',
    tea: '#2c5a45', teaRow: '#4f9a6c', teaLight: '#79bd8c', terrace: '#4f5534', terraceRow: '#8f8b56',
    trees: [['#1d5447', '#3f8a70'], ['#174747', '#357f7c'], ['#2f6140', '#63a066']],
    treeShadow: 'rgba(0,8,8,0.42)',
    woods: [[22, 82, 66, 64], [16, 66, 70, 54], [48, 96, 58, 70]],
    wall: '#b9b294', roof: '#2a3335', roofLit: '#49575a', roofRidge: '#8d9a92', roofFar: '#e2b878', courtyard: '#6a6750', hall: '#a5573f',
    buildingShadow: 'rgba(0,6,6,0.5)',
    outline: '#7fc4a2', view: '#f0705c',
    label: { township: '#f4e6c0', village: '#F1EDE0', stream: '#a9dcf0', peak: '#cfe8dc', place: '#b5dcb9', weir: '#a9dcf0', height: '#b9cdbd' },
    waterName: '#eafaff',
    halo: '#12201F',
  },
};
