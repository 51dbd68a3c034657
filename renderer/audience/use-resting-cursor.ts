import { useEffect, useState } from 'react';

const restMs = 2_000;

/** True when neither mouse nor finger has moved for two seconds: the cursor and what stands by for it are then hidden. */
export function useResting(): boolean {
  const [resting, setResting] = useState(false);
  useEffect(() => {
    let timer = setTimeout(() => setResting(true), restMs);
    const stir = (event: PointerEvent) => {
      // A layout that changes under a still mouse is reported as a move of no length.
      if (event.type === 'pointermove' && event.movementX === 0 && event.movementY === 0) return;
      setResting(false);
      clearTimeout(timer);
      timer = setTimeout(() => setResting(true), restMs);
    };
    window.addEventListener('pointermove', stir);
    window.addEventListener('pointerdown', stir);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', stir);
      window.removeEventListener('pointerdown', stir);
    };
  }, []);
  return resting;
}
