import { useEffect, useEffectEvent, useRef } from 'react';

/** How often a visitor's presence is said again, in milliseconds: well within what a booth waits for. */
const sayAgainMs = 5_000;

/** How long a screen that is just back in its loop leaves a hand that is still moving alone, in milliseconds; a touch or a key wakes it at once. */
const graceMs = 1_500;
const movements: readonly string[] = ['pointermove', 'wheel'];

/** Tells of a visitor at the screen: at the first sign at once, then at most every five seconds as long as the signs go on. */
export function useVisitor(awake: boolean, onSign: () => void): void {
  const sign = useEffectEvent(onSign);
  const wasAwake = useRef(false);
  useEffect(() => {
    const now = performance.now();
    let last = awake ? now : -Infinity;
    const movesFrom = !awake && wasAwake.current ? now + graceMs : now;
    wasAwake.current = awake;
    const stir = (event: Event) => {
      // A layout that changes under a still mouse is reported as a move of no length.
      if (event instanceof PointerEvent && event.type === 'pointermove' && event.movementX === 0 && event.movementY === 0) return;
      const at = performance.now();
      if (at - last < sayAgainMs || (movements.includes(event.type) && at < movesFrom)) return;
      last = at;
      sign();
    };
    const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
    signs.forEach((name) => window.addEventListener(name, stir, { capture: true, passive: true }));
    return () => signs.forEach((name) => window.removeEventListener(name, stir, { capture: true }));
  }, [awake]);
}
