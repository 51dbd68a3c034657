import { useEffect, useRef } from 'react';
import type { Extent } from '../extent.js';
import type { Ground } from '../ground/ground.js';
import type { PrintView } from './print-view.js';

/** Where the map lies, drawn from the packs' own data: a schematic's township, or the ground around all assets. */
export function LocatorCanvas({ ground, view: { extent }, around, label }: { ground: Ground | null; view: PrintView; around: Extent | null; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current && ground) ground.drawLocator(canvas.current, [extent.west, extent.south, extent.east, extent.north], around);
  }, [ground, extent, around]);
  return <canvas ref={canvas} className="print-locator" role="img" aria-label={label} />;
}
