import type { Extent } from '../map/extent.js';
import type { Ground } from '../map/ground/ground.js';
import { LocatorCanvas } from '../map/print/locator-canvas.js';
import type { PrintView } from '../map/print/print-view.js';
import type { Say } from '../state/language.js';

/** Where in the township the map lies, as far as the map packs themselves tell; no outline is drawn that they do not hold. */
export function SheetLocator({ ground, view, around, say }: { ground: Ground | null; view: PrintView; around: Extent | null; say: Say }) {
  if (ground && !ground.hasLocator(around)) return null;
  return (
    <section className="sheet-locator">
      <h2>{say('位置示意', 'Where it is')}</h2>
      <LocatorCanvas ground={ground} view={view} around={around} label={say('图幅在全乡的位置', 'Where the map lies in the township')} />
    </section>
  );
}
