import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useSay } from '../../../state/language.js';
import { fittingWidth, narrowest, setWidth, useFormView } from './form-view.js';

const step = 40;

/** The edge between table and form: dragged, moved by the arrow keys, put back by a double press. */
export function FormGrip() {
  const say = useSay();
  const width = useFormView((state) => state.width);
  const grip = useRef<HTMLDivElement>(null);
  const measure = () => {
    const form = grip.current!.parentElement!;
    const room = form.parentElement!.getBoundingClientRect();
    return { now: form.getBoundingClientRect().width, right: room.right, room: room.width };
  };
  const move = (event: PointerEvent) => {
    if (!grip.current?.hasPointerCapture(event.pointerId)) return;
    const { right, room } = measure();
    setWidth(fittingWidth(right - event.clientX, room));
  };
  const key = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowLeft' ? step : event.key === 'ArrowRight' ? -step : 0;
    if (by === 0) return;
    event.preventDefault();
    const { now, room } = measure();
    setWidth(fittingWidth(now + by, room));
  };
  return (
    <div ref={grip} className="asset-form-grip" role="separator" aria-orientation="vertical" aria-label={say('表单宽度', 'Width of the form')} tabIndex={0}
      aria-valuemin={narrowest} aria-valuemax={1_600} aria-valuenow={width ?? narrowest} title={say('拖动调整宽度，双击还原', 'Drag to resize, double-press for the usual width')}
      onPointerDown={(event) => { event.preventDefault(); grip.current?.setPointerCapture(event.pointerId); }} onPointerMove={move} onKeyDown={key} onDoubleClick={() => setWidth(null)} />
  );
}
