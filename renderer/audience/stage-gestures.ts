import { useRef, type PointerEvent } from 'react';

/** What a finger or the mouse has asked of the tour. */
export type Gesture = 'next' | 'previous';

const tapSlack = 14;
/** A swipe is at least so long, as a share of the screen's width. */
const swipeShare = 0.06;
/** What has a use of its own for a press or a drag. */
const ownUse = 'button, a[href], input, video[controls], [role="slider"], [role="button"], [data-grab]';

/** The step that a press between two points asks for: a swipe, or a tap into the outer thirds of the screen. Nothing in the middle, which is for the double click. */
export function gestureOf(from: { readonly x: number; readonly y: number }, to: { readonly x: number; readonly y: number }, width: number, isTouch: boolean): Gesture | null {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  if (Math.abs(dx) <= tapSlack && Math.abs(dy) <= tapSlack) {
    if (to.x < width / 3) return 'previous';
    return to.x > (width * 2) / 3 ? 'next' : null;
  }
  if (!isTouch || Math.abs(dx) < width * swipeShare || Math.abs(dx) < 1.5 * Math.abs(dy)) return null;
  return dx < 0 ? 'next' : 'previous';
}

/** Handlers for the layer that holds the stage; two fingers at once are a pinch and step nowhere. */
export function useStageGestures(onGesture: ((gesture: Gesture) => void) | null) {
  const down = useRef<{ readonly id: number; readonly x: number; readonly y: number } | null>(null);
  const fingers = useRef(0);
  const isOwn = (target: EventTarget) => target instanceof Element && target.closest(ownUse) !== null;
  return {
    onPointerDown(event: PointerEvent) {
      fingers.current += 1;
      const takes = onGesture && event.isPrimary && event.button === 0 && fingers.current === 1 && !isOwn(event.target);
      down.current = takes ? { id: event.pointerId, x: event.clientX, y: event.clientY } : null;
    },
    onPointerUp(event: PointerEvent) {
      fingers.current = Math.max(0, fingers.current - 1);
      const from = down.current;
      down.current = null;
      if (!from || from.id !== event.pointerId) return;
      const gesture = gestureOf(from, { x: event.clientX, y: event.clientY }, window.innerWidth, event.pointerType !== 'mouse');
      if (gesture) onGesture?.(gesture);
    },
    onPointerCancel() {
      fingers.current = Math.max(0, fingers.current - 1);
      down.current = null;
    },
  };
}
