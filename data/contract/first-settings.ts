import type { Settings } from '../contract.js';

/** What holds until a person chooses. Apart from the schema, so that a change of one setting cannot bring back the others' defaults, and that a page can start from it without any parser. */
export const firstSettings: Settings = {
  language: 'zh', theme: 'light', operator: '', views: [], backupHours: 1,
  mapPrint: { format: 'pdf', audience: 'public', paper: 'A3', orientation: 'landscape', style: 'paper', list: true },
  webPage: { language: 'zh' }, outputs: {}, brochure: { audience: 'public', language: 'zh', bleed: false }, film: { format: 'mp4', audience: 'public', language: 'zh', size: '1080p' },
  takeAway: { parts: ['brochure', 'web', 'table'], language: 'zh' }, stageTheme: 'light', stageLanguage: 'zh', boothPin: '',
};
