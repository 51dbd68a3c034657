import { useLayoutEffect, useRef } from 'react';
import type { BookPhoto } from '../../data/rules/brochure/book.js';
import type { Category } from '../../data/schema/vocabularies.js';
import { landscape, paintOf, seedOf } from '../stage/parts/paint-landscape.js';
import { useBook } from './book-context.js';
import { show } from './drawing.js';
import { pressPicture } from '../pictures/press-picture.js';
import { Said } from './said.js';

/** Dots to a CSS pixel on paper at 300 to the inch. */
const paperDensity = 300 / 96;
const quality = 0.86;

/** A photo of the ledger; null where its file is gone. */
async function photoFile(address: string): Promise<Blob | null> {
  const answer = await fetch(address).catch(() => null);
  return answer?.ok ? answer.blob() : null;
}
/** Once painted, a landscape serves wherever its seed stands. */
const painted = (node: Element, seed: string, category: Category | null) => landscape(seedOf(seed), category, paintOf(node), false);

/** A photo that fills the room its page gives it; a painted landscape where there is none, or where its file is gone. */
export function PhotoBox({ media, caption = null, seed, category = null, className = '' }: { media: string | null; caption?: BookPhoto['caption']; seed: string; category?: Category | null; className?: string }) {
  const { drawing } = useBook();
  const image = useRef<HTMLImageElement>(null);
  useLayoutEffect(() => {
    const node = image.current;
    const room = node?.parentElement && { width: node.parentElement.clientWidth, height: node.parentElement.clientHeight };
    if (!node || !room || !drawing || room.width === 0 || room.height === 0) return;
    drawing.addPhoto(async () => {
      const dots = { width: room.width * paperDensity, height: room.height * paperDensity };
      const file = media === null ? null : await photoFile(drawing.mediaAddress(media));
      const picture = (file && await pressPicture({ source: file, room: dots, quality }))
        ?? await pressPicture({ source: await createImageBitmap(await painted(node, seed, category)), room: dots, quality });
      if (picture) await show(node, URL.createObjectURL(picture));
    });
  }, [drawing, media, seed, category]);
  return (
    <figure className={`book-photo ${className}`}>
      <div><img ref={image} alt={caption?.main ?? ''} /></div>
      <Said words={caption} as="figcaption" inline />
    </figure>
  );
}
