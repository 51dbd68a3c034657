import { useLayoutEffect, useRef } from 'react';
import type { BookPhoto } from '../../data/rules/brochure/book.js';
import type { Category } from '../../data/schema/vocabularies.js';
import { landscape, paintOf, seedOf } from '../stage/parts/paint-landscape.js';
import { useBook } from './book-context.js';
import { show } from './drawing.js';
import { printPhoto, printPicture } from './print-picture.js';
import { Said } from './said.js';

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
      const photo = media === null ? null : await printPhoto(drawing.mediaAddress(media), room);
      await show(node, URL.createObjectURL(photo ?? await printPicture(await painted(node, seed, category), room)));
    });
  }, [drawing, media, seed, category]);
  return (
    <figure className={`book-photo ${className}`}>
      <div><img ref={image} alt={caption?.main ?? ''} /></div>
      <Said words={caption} as="figcaption" inline />
    </figure>
  );
}
