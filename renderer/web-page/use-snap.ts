import { useEffect, useEffectEvent, useRef, type RefObject } from 'react';
import { isStill } from '../ui/motion.js';

/** A row of things as wide as their box, one in sight at a time: tells which, and goes to any. */
export function useSnap(first: number, onTurn: (at: number) => void): { readonly box: RefObject<HTMLDivElement | null>; go(at: number): void } {
  const box = useRef<HTMLDivElement>(null);
  const told = useEffectEvent((at: number) => onTurn(at));
  const begin = useEffectEvent(() => first);
  useEffect(() => {
    const node = box.current;
    if (!node) return undefined;
    node.scrollLeft = begin() * node.clientWidth;
    const look = () => told(Math.max(0, Math.min(node.children.length - 1, Math.round(node.scrollLeft / Math.max(1, node.clientWidth)))));
    node.addEventListener('scroll', look, { passive: true });
    return () => node.removeEventListener('scroll', look);
  }, []);
  return { box, go: (at) => box.current?.scrollTo({ left: at * box.current.clientWidth, behavior: isStill() ? 'auto' : 'smooth' }) };
}
