import { useEffect, useEffectEvent } from 'react';
import { Toolbar } from 'react-aria-components';
import type { BoundaryEditor, DrawingState } from '../../../map/boundary-editor.js';
import { useSay } from '../../../state/language.js';
import { Button } from '../../../ui/button.js';

/** The tools over the map while a boundary is drawn. */
export function DrawingTools({ editor, state, onFocusMap }: { editor: BoundaryEditor; state: DrawingState; onFocusMap: () => void }) {
  const say = useSay();
  const act = (work: () => void) => () => { work(); onFocusMap(); };
  const drawing = state.drawing;
  return (
    <Toolbar className="site-tools" aria-label={say('画范围的工具', 'Drawing tools')}>
      <Button small icon="polygon" className={drawing === 'part' ? 'site-on' : ''} aria-pressed={drawing === 'part'} onPress={act(() => { if (drawing !== 'part') { editor.cancelPart(); editor.draw('part'); } else editor.cancelPart(); })}>{state.parts.outers.length > 0 && drawing !== 'part' ? say('添一块', 'Add part') : say('画一块', 'Draw part')}</Button>
      <Button small icon="minus" className={drawing === 'hole' ? 'site-on' : ''} aria-pressed={drawing === 'hole'} isDisabled={state.parts.outers.length === 0 && drawing !== 'hole'} onPress={act(() => { if (drawing !== 'hole') { editor.cancelPart(); editor.draw('hole'); } else editor.cancelPart(); })}>{say('挖空', 'Cut hole')}</Button>
      {drawing && state.corners >= 3 && <Button small tone="primary" icon="check" onPress={act(() => editor.finishPart())}>{say('完成', 'Finish')}</Button>}
      {!drawing && <Button small isDisabled={!state.hasCorner} onPress={act(() => editor.deleteCorner())}>{say('删角点', 'Delete corner')}</Button>}
      {!drawing && <Button small isDisabled={!state.hasPart} onPress={act(() => editor.deletePart())}>{say('删这块', 'Delete part')}</Button>}
      <Button small icon="undo" label={say('撤销一笔', 'Undo a stroke')} isDisabled={!state.canUndo} onPress={act(() => editor.undo())} />
      <Button small icon="redo" label={say('重做一笔', 'Redo a stroke')} isDisabled={!state.canRedo} onPress={act(() => editor.redo())} />
    </Toolbar>
  );
}

const isTyping = (target: EventTarget | null) => target instanceof HTMLElement && (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.closest('[role="dialog"], [role="listbox"]') !== null);
const arrows: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/** The keys of a drawing. They come before the page's own, so that Ctrl+Z takes back a stroke and Esc does not close the form. */
export function useDrawingKeys(editor: BoundaryEditor | null, state: DrawingState | null, end: () => boolean): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!editor || !state || isTyping(event.target) || event.isComposing) return;
    const command = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    const onMap = event.target instanceof HTMLElement && event.target.closest('.site-map') !== null && event.target.closest('button') === null;
    const handled = () => {
      if (command) {
        if (key !== 'z' && key !== 'y') return false;
        if (key === 'y' || event.shiftKey) editor.redo(); else editor.undo();
        return true;
      }
      if (event.altKey) return false;
      if (event.key === 'Escape') return editor.cancelPart() || end() || true;
      if (!onMap) return false;
      const arrow = arrows[event.key];
      if (arrow) return state.drawing === null && state.hasCorner && editor.nudgeCorner(arrow[0] * (event.shiftKey ? 10 : 1), arrow[1] * (event.shiftKey ? 10 : 1));
      switch (event.key) {
        case 'Enter': if (state.drawing) editor.finishPart(); return true;
        case ' ': if (state.drawing) editor.cornerAtCentre(); return true;
        case 'Backspace': if (state.drawing) editor.undo(); else editor.deleteCorner(); return true;
        case 'Delete': editor.deleteCorner(); return true;
        case '.': case ']': editor.stepCorner(1); return true;
        case ',': case '[': editor.stepCorner(-1); return true;
        default: return false;
      }
    };
    if (handled()) { event.preventDefault(); event.stopImmediatePropagation(); }
  });
  const active = editor !== null;
  useEffect(() => {
    if (!active) return;
    const hear = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', hear, true);
    return () => window.removeEventListener('keydown', hear, true);
  }, [active]);
}
