import { useEffect, useState, type ComponentProps } from 'react';
import { Thumb } from '../tours/thumb.js';

/** How long the pictures of the console wait, in milliseconds. */
const afterMs = 160;

/** A scene in small that changes a moment after the show does: on a machine that drives both screens the room's picture comes first. */
export function LateThumb(now: ComponentProps<typeof Thumb>) {
  const { content, stop, scene } = now;
  const [shown, setShown] = useState(now);
  useEffect(() => {
    const timer = setTimeout(() => setShown({ content, stop, scene }), afterMs);
    return () => clearTimeout(timer);
  }, [content, stop, scene]);
  return <Thumb {...shown} />;
}
