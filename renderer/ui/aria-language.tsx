import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useProgram } from '../state/program-store.js';

/** Tells the interface library which language is spoken. Whatever is loaded late and uses the library stands inside of it; the map that opens first needs none. */
export function AriaLanguage({ children }: { children: ReactNode }) {
  const language = useProgram((state) => state.settings.language);
  return <I18nProvider locale={language === 'zh' ? 'zh-CN' : 'en-GB'}>{children}</I18nProvider>;
}
