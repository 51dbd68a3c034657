import type { Failure } from '../../../data/schema/failure.js';
import { text, type Text } from '../../../data/schema/text.js';

/** Why the tiles of a pack cannot be had: its linked file is away, its stored one is, it is damaged, or too slow. */
export type FaultKind = 'gone' | 'removed' | 'damaged' | 'slow';

/** Sentences for every screen, the public one too: the pack's name, and no path. */
const sentences: Readonly<Record<FaultKind, (name: string) => Text>> = {
  gone: (name) => text(`底图「${name}」的文件找不到了，可能 U 盘已拔出，或文件被移动。请接回原处，或在设置的「底图」里重新指定位置。`, `The file of the map “${name}” is not there: its stick may be out, or the file moved. Put it back, or say under Settings, Maps, where it is now.`),
  removed: (name) => text(`底图「${name}」的瓦片已不在账本里。请在设置的「底图」里重新添加，或去掉这一层。`, `The tiles of the map “${name}” are no longer in the ledger. Add it again under Settings, Maps, or take this sheet off.`),
  damaged: (name) => text(`底图「${name}」损坏，有些地方显示不出来。请在设置的「底图」里换一份重新添加。`, `The map “${name}” is damaged and cannot be drawn everywhere. Add a sound copy of it under Settings, Maps.`),
  slow: (name) => text(`底图「${name}」读得太慢，暂时停用。请拷贝到本机再添加。`, `The map “${name}” is too slow to read and is left out for now. Copy it to this machine and add it again.`),
};

/** How long a pack is not asked again, in ms, when its file is away or when it hung its reader: five times as long each time. A damaged one may have sound tiles beside the others. */
const restMs = ({ kind, times }: Fault) => (kind === 'slow' ? 60_000 * 5 ** Math.min(4, times - 1) : kind === 'damaged' ? 0 : 2_000);
interface Fault { readonly kind: FaultKind; readonly at: number; readonly times: number }

/** What went wrong with packs lately, by id; `onChange` is told when a fault comes or goes. */
export function createFaults(onChange: () => void) {
  const faults = new Map<string, Fault>();
  return {
    sentence: (name: string, kind: FaultKind): Text => sentences[kind](name),
    /** What is to be told of a pack whose file is there. Damage is told until the pack is chosen anew, else it would come and go. */
    of(id: string): FaultKind | undefined {
      const fault = faults.get(id);
      return fault && (fault.kind === 'damaged' || Date.now() - fault.at < restMs(fault)) ? fault.kind : undefined;
    },
    /** True while a pack is let rest after a failure. */
    isOut(id: string): boolean {
      const fault = faults.get(id);
      return fault !== undefined && Date.now() - fault.at < restMs(fault);
    },
    note(id: string, code: Failure['code']): void {
      if (code === 'cancelled') return;
      const kind: FaultKind = code === 'too-large' ? 'slow' : code === 'not-found' || code === 'disk' ? 'gone' : 'damaged';
      const known = faults.get(id);
      faults.set(id, { kind, at: Date.now(), times: known?.kind === kind ? known.times + 1 : 1 });
      if (known?.kind !== kind) onChange();
    },
    /** A tile came: the pack is back. One sound tile does not make a damaged pack whole, nor a slow one quick. */
    cameBack(id: string): void {
      const kind = faults.get(id)?.kind;
      if ((kind === 'gone' || kind === 'removed') && faults.delete(id)) onChange();
    },
    mend: (id: string): void => void faults.delete(id),
    clear: () => faults.clear(),
  };
}
