/** Line icons on a 24 × 24 grid, drawn for this program. */
const paths = {
  showcase: 'M9 4 3 6.5v14L9 18l6 2.5 6-2.5v-14L15 6.5 9 4Zm0 0v14m6-11.500v14',
  ledger: 'M5 4h12a2 2 0 0 1 2 2v14H7a2 2 0 0 1-2-2V4Zm0 14a2 2 0 0 1 2-2h12M9 8h6',
  quality: 'M6 4h12v16H6zM9 4V2.500h6V4M8.500 12h2l1.500-3 2 6 1.500-3',
  projects: 'M4 5h16v14H4zM4 10h16M4 14.500h16M10 5v14',
  outputs: 'M12 4v11m0 0 4-4m-4 4-4-4M5 19h14',
  settings: 'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6Zm0-5v3m0 10v3M4 12h3m10 0h3M6.500 6.500l2 2m7 7 2 2m0-11-2 2m-7 7-2 2',
  search: 'M10.500 4.500a6 6 0 1 0 0 12 6 6 0 0 0 0-12ZM15 15l5 5',
  close: 'm6 6 12 12M18 6 6 18',
  add: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  remove: 'M5 7h14M10 7V4.500h4V7m-7 0 1 13h8l1-13',
  undo: 'M8 5 4 9l4 4M4 9h10a5.500 5.500 0 0 1 0 11h-4',
  redo: 'm16 5 4 4-4 4m4-4H10a5.500 5.500 0 0 0 0 11h4',
  down: 'm6 9 6 6 6-6',
  up: 'm6 15 6-6 6 6',
  right: 'm9 6 6 6-6 6',
  left: 'm15 6-6 6 6 6',
  check: 'm5 12.500 4.500 4.500L19 7',
  import: 'M12 15V4m0 0 4 4m-4-4L8 8M5 15v4h14v-4',
  export: 'M12 4v11m0 0 4-4m-4 4-4-4M5 15v4h14v-4',
  pin: 'M12 21s6.500-6.200 6.500-11a6.500 6.500 0 1 0-13 0C5.500 14.800 12 21 12 21Zm0-8.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z',
  home: 'M4 11.500 12 5l8 6.500M6.500 10v9h11v-9',
  filter: 'M4 6h16M7 12h10m-7 6h4',
  edit: 'm5 19 1-4L16 5l3 3L9 18l-4 1Zm9-12 3 3',
  warning: 'M12 4.500 21 19.500H3L12 4.500Zm0 5.500v4.500m0 2.500v.1',
  info: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm0 7v5m0-8v.1',
  folder: 'M3.500 6h6l2 2.500h9V19h-17V6Z',
  history: 'M4.500 12a7.500 7.500 0 1 0 2.300-5.400L4.500 9m0-4.500V9H9m3-1.500V12l3 2',
  photo: 'M4 6h16v12H4zM4 15l4.500-4 4 3.500L16 11l4 4M8.500 9.500v.1',
  locate: 'M12 3v3m0 12v3M3 12h3m12 0h3M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10Z',
  sort: 'M8 5v14m0 0-3-3m3 3 3-3M16 19V5m0 0-3 3m3-3 3 3',
  columns: 'M4 5h16v14H4zM9.500 5v14M14.500 5v14',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8Zm0-5v2m0 14v2M3 12h2m14 0h2M5.600 5.600 7 7m10 10 1.400 1.400m0-12.800L17 7M7 17l-1.400 1.400',
  moon: 'M19 14.500A7.500 7.500 0 0 1 9.500 5 7.500 7.500 0 1 0 19 14.500Z',
  camera: 'M4 7.500h4L9.500 5h5L16 7.500h4v11H4zM12 10a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z',
  polygon: 'M6 6.500 18 5l1.500 11L10 19.500 4.500 14 6 6.500Z',
  turn: 'M18.500 12a6.500 6.500 0 1 1-2-4.700L19 10m0-5v5h-5',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  star: 'm12 4 2.500 5 5.500.800-4 3.900.900 5.500-4.900-2.600-4.900 2.600.900-5.500-4-3.900 5.500-.800L12 4Z',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm0 4v4l3 2',
  usb: 'M12 3v13m0-13-2 3h4l-2-3Zm0 13a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5ZM7 9v2c0 2 5 2.500 5 4.500M17 8v3c0 2-5 2-5 3.500',
  expand: 'M14 4.500h5.500V10M10 19.500H4.500V14m15-9.500-6 6m-3 3-6 6',
  shrink: 'M19.500 10H14V4.500M4.500 14H10v5.500M14 10l6-6M10 14l-6 6',
  stop: 'M7 7h10v10H7z',
} as const;
export type IconName = keyof typeof paths;

/** An icon in the colour of the text around it; decoration only, so the button beside it carries the name. */
export const Icon = ({ name, size = 20 }: { name: IconName; size?: number }) => (
  <svg className="icon" width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
);
