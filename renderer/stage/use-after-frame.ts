import { useEffect, useState } from 'react';

/** A value once the frame is on the screen that what else has changed is drawn in: work for it then delays no answer to a key. A window that is not seen draws no frame, and follows when it is seen. */
export function useAfterFrame<Value>(value: Value): Value {
  const [shown, setShown] = useState(value);
  useEffect(() => {
    if (shown === value) return undefined;
    // A frame begins with these callbacks: the second one is called when the frame of the first is drawn.
    let frame = requestAnimationFrame(() => { frame = requestAnimationFrame(() => setShown(value)); });
    return () => cancelAnimationFrame(frame);
  }, [value, shown]);
  return shown;
}
