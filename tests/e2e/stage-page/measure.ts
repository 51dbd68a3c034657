/** What is found wrong with a scene as it stands, in words that name the text. */
export interface Faults { readonly small: string[]; readonly outside: string[]; readonly cut: string[]; readonly over: string[]; readonly headings: number; readonly texts: number }
/** A text with its colour and the boxes of its lines, in CSS pixels. */
export interface Inked { readonly text: string; readonly colour: readonly [number, number, number]; readonly least: number; readonly boxes: readonly (readonly [number, number, number, number])[] }

/** Runs in the page: sizes, places and overlaps of all text on the stage. */
export function measureStage(): { readonly faults: Faults; readonly inked: Inked[] } {
  const stage = document.querySelector<HTMLElement>('.stage')!;
  const room = stage.getBoundingClientRect();
  const faults: Faults = { small: [], outside: [], cut: [], over: [], headings: 0, texts: 0 };
  const found: { readonly owner: HTMLElement; readonly text: string; readonly boxes: DOMRect[] }[] = [];
  const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
  const unseen = (node: Element | null): boolean => {
    for (let part = node; part && part !== stage; part = part.parentElement) {
      const style = getComputedStyle(part);
      if (style.visibility === 'hidden' || style.display === 'none' || style.opacity === '0') return true;
    }
    return false;
  };
  const byOwner = new Map<HTMLElement, DOMRect[]>();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const owner = node.parentElement!;
    if (!node.textContent?.trim() || owner.closest('.leaflet-container, .stage-leaving') || unseen(owner)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    byOwner.set(owner, [...(byOwner.get(owner) ?? []), ...[...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1)]);
  }
  for (const [owner, boxes] of byOwner) if (boxes.length > 0) found.push({ owner, text: owner.textContent?.trim().slice(0, 40) ?? '', boxes });

  const inked: Inked[] = [];
  for (const { owner, text, boxes } of found) {
    const style = getComputedStyle(owner);
    const size = Number.parseFloat(style.fontSize) * Number(style.zoom || 1);
    if (size < 23.95) faults.small.push(`${text}: ${size}`);
    for (const box of boxes) if (box.left < room.left - 1 || box.top < room.top - 1 || box.right > room.right + 1 || box.bottom > room.bottom + 1) faults.outside.push(text);
    for (let part: HTMLElement | null = owner; part && part !== stage; part = part.parentElement) {
      if (getComputedStyle(part).overflow === 'visible') continue;
      const frame = part.getBoundingClientRect();
      if (boxes.some((box) => box.left < frame.left - 2 || box.right > frame.right + 2 || box.top + box.height * 0.16 < frame.top || box.bottom - box.height * 0.16 > frame.bottom)) { faults.cut.push(text); break; }
    }
    const [red = 0, green = 0, blue = 0] = style.color.match(/[\d.]+/g)!.map(Number);
    const least = owner.closest('h1, .compared-name, .rows-name > b, .figure-value, .map-count, .bars-count, .contact-phone') && !owner.closest('.words-second, .figure-unit, small') ? 7 : 4.5;
    inked.push({ text, colour: [red, green, blue], least, boxes: boxes.map(({ left, top, right, bottom }) => [left, top, right, bottom] as const) });
  }
  for (const fit of stage.querySelectorAll<HTMLElement>('.stage-layer:not(.stage-leaving) .fit')) {
    const over = fit.getBoundingClientRect();
    for (const part of fit.children) if (getComputedStyle(part).position !== 'absolute' && part.getBoundingClientRect().bottom > over.bottom + 3) faults.cut.push(`a part of ${fit.className} (${part.className}, drawn together ${fit.dataset['tight']} of 4) is ${Math.round(part.getBoundingClientRect().bottom - over.bottom)} too low`);
  }
  // Lines that touch: the letters themselves are lower than their boxes.
  const lines = found.flatMap(({ owner, text, boxes }) => boxes.map((box) => ({ owner, text, left: box.left, right: box.right, top: box.top + box.height * 0.2, bottom: box.bottom - box.height * 0.2 })));
  lines.forEach((one, at) => {
    for (const other of lines.slice(at + 1)) {
      if (one.owner === other.owner || one.owner.contains(other.owner) || other.owner.contains(one.owner)) continue;
      if (one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1) faults.over.push(`${one.text} | ${other.text}`);
    }
  });
  return { faults: { ...faults, headings: stage.querySelectorAll('.stage-layer:not(.stage-leaving) h1').length, texts: found.length }, inked };
}

/** Runs in the page: the least contrast of each text against a picture of what lies behind it; only those that fall short. */
export async function contrastFaults({ inked, behind }: { readonly inked: readonly Inked[]; readonly behind: string }): Promise<string[]> {
  const picture = new Image();
  picture.src = behind;
  await picture.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [picture.naturalWidth, picture.naturalHeight];
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.drawImage(picture, 0, 0);
  const linear = (value: number) => { const share = value / 255; return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4; };
  const light = (red: number, green: number, blue: number) => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  return inked.flatMap(({ text, colour, least, boxes }) => {
    const ink = light(...colour);
    let worst = Infinity;
    for (const [left, top, right, bottom] of boxes) {
      const [x, y, width, height] = [Math.max(0, Math.floor(left)), Math.max(0, Math.floor(top)), Math.floor(right - left), Math.floor(bottom - top)];
      if (width < 1 || height < 1) continue;
      const { data } = context.getImageData(x, y, width, height);
      for (let at = 0; at < data.length; at += 4 * 7) {
        const ground = light(data[at]!, data[at + 1]!, data[at + 2]!);
        worst = Math.min(worst, (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05));
      }
    }
    return worst < least ? [`${text}: ${worst.toFixed(2)} of ${least}`] : [];
  });
}
