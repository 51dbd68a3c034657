import { isStill } from '../ui/motion.js';

/** Brings a part of the page into sight and the keyboard to it; the address stays that of what is open. */
export function goTo(id: string): void {
  const part = document.getElementById(id);
  part?.scrollIntoView({ behavior: isStill() ? 'auto' : 'smooth', block: 'start' });
  part?.focus({ preventScroll: true });
}
