/** What the code of the closing scene holds. */
export interface ContactOf { readonly township: string; readonly name?: string | undefined; readonly phone?: string | undefined }

/** Signs that end a value in a vCard. */
const escaped = (value: string) => value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll(',', '\\,').replaceAll(';', '\\;');

/** The contact as a vCard, which a phone offers to keep when it reads the code, with no network; null where there is nothing to hand on. */
export function contactText({ township, name, phone }: ContactOf): string | null {
  if (!name && !phone) return null;
  const called = escaped(name ?? township);
  return ['BEGIN:VCARD', 'VERSION:3.0', `N:${called}`, `FN:${called}`, `ORG:${escaped(township)}`, ...(phone ? [`TEL;TYPE=WORK:${phone.replace(/\s+/g, ' ').trim()}`] : []), 'END:VCARD'].join('\n');
}

/** The bytes of a text in UTF-8: a code of bytes is read as such by every phone. */
export const utf8Bytes = (text: string): number[] => [...new TextEncoder().encode(text)];
