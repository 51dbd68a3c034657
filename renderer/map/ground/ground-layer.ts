import L from 'leaflet';
import { GraticuleLayer } from '../graticule-layer.js';
import { overlaps, type Extent } from '../extent.js';
import { readLook } from '../look.js';
import type { SheetPart } from './sheet-part.js';

/** A sheet of the stack as it lies now, from the lowest up. */
export interface Laid { readonly pane: string; readonly opacity: number; readonly part: SheetPart }

/** The whole stack as one Leaflet layer: each sheet in a pane of its own, so that opacity and order change without anything being drawn anew. */
export class GroundLayer extends L.Layer {
  private laid: readonly Laid[] = [];
  private shownOn: L.Map | null = null;
  private graticule: GraticuleLayer | null = null;
  private readonly watcher = new MutationObserver(() => this.graticule?.setInk(readLook().ink));

  /** `names` lies above all sheets, where places are named at all; where no sheet has anything of the view, a graticule is drawn if it is wanted. */
  constructor(private readonly names: L.Layer | null, private readonly wantsGraticule: boolean) { super(); }

  /** Lays out the stack: sheets that are new are added, those gone are taken away, the others moved. */
  lay(next: readonly Laid[]): void {
    const before = this.laid;
    this.laid = next;
    const map = this.shownOn;
    if (!map) return;
    for (const { pane, part } of before) if (!next.some((one) => one.part === part)) takeAway(map, pane, part);
    next.forEach((one, index) => {
      const pane = paneOf(map, one.pane);
      pane.style.zIndex = String(index + 1);
      pane.style.opacity = String(one.opacity);
      for (const layer of one.part.layers) if (!map.hasLayer(layer)) map.addLayer(layer);
    });
    this.drawGraticule();
  }

  override onAdd(map: L.Map): this {
    this.shownOn = map;
    const { laid } = this;
    this.laid = [];
    this.lay(laid);
    if (this.names) map.addLayer(this.names);
    // The theme is set on the document after the page has rendered.
    this.watcher.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return this;
  }

  override onRemove(map: L.Map): this {
    this.watcher.disconnect();
    for (const { pane, part } of this.laid) takeAway(map, pane, part);
    this.graticule?.remove();
    this.graticule = null;
    this.names?.remove();
    this.shownOn = null;
    return this;
  }

  override getEvents(): Record<string, L.LeafletEventHandlerFn> { return { moveend: () => this.drawGraticule() }; }

  /** Resolves when no name is on its way in or out. */
  async namesStill(): Promise<void> {
    const fading = this.shownOn?.getPane('basemap-labels')?.getAnimations({ subtree: true }) ?? [];
    await Promise.allSettled(fading.map(({ finished }) => finished));
  }

  private drawGraticule(): void {
    const map = this.shownOn;
    if (!map || !this.wantsGraticule) return;
    const zoom = map.getZoom();
    const bounds = map.getBounds();
    const view: Extent = { west: bounds.getWest(), south: bounds.getSouth(), east: bounds.getEast(), north: bounds.getNorth() };
    const mapped = this.laid.some(({ part }) => overlaps(part.extent, view) && zoom >= part.minZoom - 0.5);
    if (mapped) { this.graticule?.remove(); this.graticule = null; } else this.graticule ??= new GraticuleLayer(readLook().ink).addTo(map);
  }
}

function paneOf(map: L.Map, name: string): HTMLElement {
  const known = map.getPane(name);
  if (known) return known;
  const pane = map.createPane(name, map.getPane('tilePane'));
  pane.classList.add('ground-pane');
  return pane;
}

function takeAway(map: L.Map, name: string, part: SheetPart): void {
  for (const layer of part.layers) map.removeLayer(layer);
  const panes = map.getPanes() as Record<string, HTMLElement>;
  panes[name]?.remove();
  delete panes[name];
}
