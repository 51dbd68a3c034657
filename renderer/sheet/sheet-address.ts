/** The page that is to be printed, as the address names it; nothing when the program itself was opened. */
export function sheetOfAddress(hash = window.location.hash): { readonly id: string; readonly dots: number | null } | null {
  const words = new URLSearchParams(hash.slice(1));
  const id = words.get('sheet');
  const dots = Number(words.get('dots'));
  return id ? { id, dots: dots > 0 && dots <= 4 ? dots : null } : null;
}
