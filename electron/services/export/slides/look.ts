import type { Category, Status } from '../../../../data/schema/vocabularies.js';

/** A slide is 16 : 9; inches, as pptxgenjs counts. 144 dots of a picture to the inch are one to a pixel of a screen 1920 wide. */
export const page = { width: 13.333, height: 7.5, foot: 6.98 } as const;
export const margin = 0.6;
export const dotsToInch = 144;
/** Smaller letters are not read from the back of a room: 24 pixels at 1920. */
export const leastLetters = 12;

/** The light look of the program, as in renderer/ui/tokens.css; a presentation cannot read that file. */
export const colours = {
  ground: 'F6F1E5', raised: 'FFFCF5', sunken: 'ECE5D3', line: 'D9CFB8', ink: '1F2A2C', soft: '5B6664', green: '2F7D5B', blue: '1F5F8B', ochre: '8A5222', cinnabar: 'B5342A', night: '12201F', paper: 'F1EDE0', mist: 'A9C4BA',
} as const;
export const categoryColours: Readonly<Record<Category, string>> = { forest: '2F7D4F', farmland: 'C1902B', hydropower: '1F6FA8', house: '9C4A2F', hall: '7B4A8E', other: '5F6B73' };
/** Behind white letters, where the category's own colour would be too light. */
export const strongCategoryColours: Readonly<Record<Category, string>> = { ...categoryColours, farmland: '8A6414' };
/** Only what can be talked about is green; what is taken is quiet. */
export const statusColours: Readonly<Record<Status, string>> = {
  idle: colours.ochre, 'partly-idle': colours.ochre, available: colours.green, negotiating: colours.blue, signed: colours.soft, leased: colours.soft, withdrawn: colours.soft, operating: colours.soft, revived: colours.soft,
};

/**
 * Faces that offices have, for a presentation carries none: 微软雅黑 comes with every Windows since Vista and with Office for Mac, and its Latin
 * letters suit English too; 楷体 comes with Chinese Windows, macOS (as Kaiti) and WPS, and is the nearest to the brush of the program's headings.
 */
export const faces = { head: 'KaiTi', text: 'Microsoft YaHei', latinHead: 'Georgia' } as const;
