import { useEffect } from 'react';
import type { StageLanguage, StageTheme } from '../../data/schema/stage.js';
import { useProgram } from '../state/program-store.js';

/** Sets the document to the show's theme and language, and gives the window a name that says nothing of what is inside. */
export function useDocumentLook(theme: StageTheme, language: StageLanguage): void {
  useEffect(() => {
    const root = document.documentElement;
    const spoken = language === 'en' ? 'en' : 'zh';
    root.dataset['theme'] = theme;
    root.lang = spoken === 'en' ? 'en' : 'zh-CN';
    document.title = spoken === 'en' ? 'Xishan · Audience' : '溪山 · 观众屏';
    // Shared parts of the interface ask the settings how to look and what to speak; here the show decides, as no settings can be asked for.
    useProgram.setState(({ settings }) => ({ settings: { ...settings, theme, language: spoken } }));
  }, [theme, language]);
}
