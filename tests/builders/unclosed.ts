/** The tags of an XML text that were opened and not closed, in order; one that was closed unopened stands with a stroke. */
export function unclosed(xml: string): string[] {
  const open: string[] = [];
  for (const [, closing, name = '', rest] of xml.matchAll(/<(\/?)([A-Za-z][\w:.-]*)([^>]*)>/g)) {
    if (closing) { if (open.pop() !== name) open.push(`/${name}`); }
    else if (!rest?.endsWith('/')) open.push(name);
  }
  // A sign that should have been written as an entity, or one that no XML may hold.
  return [...open, ...(xml.match(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);).{0,12}/g) ?? []), ...(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(xml) ? ['control sign'] : [])];
}
