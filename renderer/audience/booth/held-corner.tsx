import { useEffect, useRef } from 'react';

/** How long the corner is held down before it asks for the PIN, in milliseconds. */
const holdMs = 2_000;

/** A corner that shows nothing and does nothing when tapped; held for two seconds it lets staff out. */
export function HeldCorner({ onHeld }: { onHeld: () => void }) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const release = () => clearTimeout(timer.current);
  useEffect(() => release, []);
  return <div className="held-corner" data-grab onPointerDown={() => { release(); timer.current = setTimeout(onHeld, holdMs); }} onPointerUp={release} onPointerLeave={release} onPointerCancel={release} />;
}
