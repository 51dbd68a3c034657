import { createContext, use } from 'react';
import type { StageLanguage } from '../../data/schema/stage.js';
import type { Text } from '../../data/schema/text.js';
import { sayerOf, type Say } from '../state/language.js';

/** The language of what lies over the stage: the show's, or the one that a visitor at a booth has chosen. */
export const ScreenLanguage = createContext<StageLanguage>('zh');

/** The sayer where one language has to do: names for assistive technology, formats of figures. Chinese leads where both are on stage. */
export const useScreenSay = (): Say => sayerOf(use(ScreenLanguage) === 'en' ? 'en' : 'zh');

/** Words over the stage; where both languages are on stage, the English stands beneath the Chinese. */
export function Said({ zh, en }: Text) {
  const language = use(ScreenLanguage);
  if (language === 'zh') return <span className="said">{zh}</span>;
  if (language === 'en') return <span className="said">{en}</span>;
  return <span className="said said-both"><span>{zh}</span><small lang="en">{en}</small></span>;
}
