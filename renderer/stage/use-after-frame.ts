import { useEffect, useState } from 'react';

/** A value once the frame is over that what else has changed is drawn in: work for it then delays no answer to a key. A window that is not seen draws no frame, and follows when it is seen. */
export function useAfterFrame<Value>(value: Value): Value {
  const [shown, setShown] = useState(value);
  useEffect(() => {
    if (shown === value) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => { timer = setTimeout(() => setShown(value)); });
    return () => { cancelAnimationFrame(frame); clearTimeout(timer); };
  }, [value, shown]);
  return shown;
}
