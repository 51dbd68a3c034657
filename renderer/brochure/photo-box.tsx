import { useLayoutEffect, useRef } from 'react';
import type { BookPhoto } from '../../data/rules/brochure/book.js';
import type { Category } from '../../data/schema/vocabularies.js';
import { useBook } from './book-context.js';
import { Said } from './said.js';

/** A photo that fills the room its page gives it; a painted landscape where there is none, or where its file is gone. */
export function PhotoBox({ media, caption = null, seed, category = null, className = '' }: { media: string | null; caption?: BookPhoto['caption']; seed: string; category?: Category | null; className?: string }) {
  const { drawing } = useBook();
  const image = useRef<HTMLImageElement>(null);
  useLayoutEffect(() => {
    const node = image.current;
    const room = node?.parentElement && { width: node.parentElement.clientWidth, height: node.parentElement.clientHeight };
    if (!node || !room || !drawing || room.width === 0 || room.height === 0) return;
    drawing.addPhoto({ image: node, room, media, seed, category });
  }, [drawing, media, seed, category]);
  return (
    <figure className={`book-photo ${className}`}>
      <div><img ref={image} alt={caption?.main ?? ''} /></div>
      <Said words={caption} as="figcaption" inline />
    </figure>
  );
}
