// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { assetFields, fieldAt } from '../../data/schema/fields.js';
import { CallFailure } from '../../renderer/client/call-failure.js';
import { useProgram } from '../../renderer/state/program-store.js';
import { FieldEditor } from '../../renderer/ui/fields/field-editor.js';

const asset = (path: string) => fieldAt(assetFields, path);
afterEach(() => { cleanup(); useProgram.setState({ notices: [] }); });

/** Shows the editor of a field over a stored value that saving replaces. */
function show(path: string, value: unknown, save = vi.fn((_: unknown) => Promise.resolve()), more: { readOnly?: boolean; onReload?: () => void } = {}) {
  const view = render(<FieldEditor entry={asset(path)} value={value} category="forest" save={save} {...more} />);
  const box = () => view.container.querySelector<HTMLInputElement>('input, textarea')!;
  const type = (words: string) => fireEvent.change(box(), { target: { value: words } });
  return { ...view, save, box, type };
}

describe('the editor of a field', () => {
  it('saves on Enter and shows a quiet tick', async () => {
    const { box, type, save } = show('village', '竹坞村');
    type('白鹭畈村');
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(save).toHaveBeenCalledExactlyOnceWith('白鹭畈村');
    expect(await screen.findByText('已保存')).toBeTruthy();
  });

  it('saves on leaving the field, once', () => {
    const { box, type, save } = show('village', '竹坞村');
    type('白鹭畈村');
    fireEvent.keyDown(box(), { key: 'Enter' });
    fireEvent.blur(box());
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('does not save a second time when it is left in the moment in which it was stored, before that is shown', async () => {
    let stored = () => undefined as void;
    const { box, type, save, unmount } = show('village', '竹坞村', vi.fn((_: unknown) => new Promise<void>((done) => { stored = done; })));
    type('白鹭畈村');
    fireEvent.keyDown(box(), { key: 'Enter' });
    stored();
    await Promise.resolve();
    fireEvent.blur(box());
    unmount();
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('saves nothing when nothing was changed', () => {
    const { box, type, save } = show('village', '竹坞村');
    type('竹坞村');
    fireEvent.blur(box());
    expect(save).not.toHaveBeenCalled();
  });

  it('takes back what was typed on Esc', () => {
    const { box, type, save } = show('village', '竹坞村');
    type('错');
    fireEvent.keyDown(box(), { key: 'Escape' });
    expect(box().value).toBe('竹坞村');
    expect(save).not.toHaveBeenCalled();
  });

  it('says while typing what is wrong, and does not save it', () => {
    const { box, type, save } = show('detail.canopyDensity', 0.7);
    type('1.7');
    expect(screen.getByRole('alert').textContent).toBe('不能大于 1。');
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(save).not.toHaveBeenCalled();
    expect(box().getAttribute('aria-invalid')).toBe('true');
  });

  it('keeps what was typed when the host refuses, says why, and lets it be tried again', async () => {
    const save = vi.fn((_: unknown) => Promise.resolve());
    save.mockRejectedValueOnce(new CallFailure({ code: 'disk', message: { zh: '磁盘已满。', en: 'The disk is full.' } }));
    const { box, type } = show('village', '竹坞村', save);
    type('白鹭畈村');
    fireEvent.blur(box());
    expect((await screen.findByRole('alert')).textContent).toContain('没有保存：磁盘已满。');
    expect(box().value).toBe('白鹭畈村');
    fireEvent.click(screen.getByRole('button', { name: '再存一次' }));
    await waitFor(() => expect(save).toHaveBeenCalledTimes(2));
  });

  it('offers the newest record when the one shown is out of date', async () => {
    const onReload = vi.fn();
    const { box, type } = show('village', '竹坞村', vi.fn(() => Promise.reject(new CallFailure({ code: 'out-of-date', message: { zh: '已被改动。', en: 'Changed.' } }))), { onReload });
    type('白鹭畈村');
    fireEvent.blur(box());
    fireEvent.click(await screen.findByRole('button', { name: '看最新的' }));
    expect(onReload).toHaveBeenCalledOnce();
    expect(box().value).toBe('竹坞村');
  });

  it('saves what stands in it when its page is left in the middle of a word', () => {
    const { type, save, unmount } = show('village', '竹坞村');
    type('白鹭畈村');
    unmount();
    expect(save).toHaveBeenCalledExactlyOnceWith('白鹭畈村');
  });

  it('tells the person when what was left there cannot be saved', () => {
    const { type, save, unmount } = show('name', '毛竹林');
    type('');
    unmount();
    expect(save).not.toHaveBeenCalled();
    expect(useProgram.getState().notices.map((notice) => notice.message.zh)).toEqual(['「名称」没有保存：「名称」不能空着。']);
  });

  it('marks what only staff may see, and what is personal', () => {
    show('owner', '某某');
    expect(screen.getByText('内部')).toBeTruthy();
    cleanup();
    show('contact', { name: '周某' });
    expect(screen.getByText('个人')).toBeTruthy();
    cleanup();
    show('village', '竹坞村');
    expect(screen.queryByText('内部')).toBeNull();
  });

  it('says the same area in the other unit without saving another one', () => {
    const { box, save } = show('siteArea', 20_000 / 3);
    expect(box().value).toBe('10');
    fireEvent.click(screen.getByRole('radio', { name: '㎡' }));
    expect(box().value).toBe('6666.67');
    fireEvent.blur(box());
    expect(save).not.toHaveBeenCalled();
  });

  it('adds a word to a list on Enter and takes the last away on Backspace', async () => {
    const { box, type, save } = show('suggestedUses', ['民宿']);
    type('研学');
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(save).toHaveBeenLastCalledWith(['民宿', '研学']);
    await screen.findByText('已保存');
    fireEvent.keyDown(box(), { key: 'Backspace' });
    expect(save).toHaveBeenLastCalledWith([]);
  });

  it('shows the value and nothing to type into when the ledger is read-only', () => {
    const { container } = show('siteArea', 20_000 / 3, undefined, { readOnly: true });
    expect(container.querySelector('input, textarea, button')).toBeNull();
    expect(screen.getByText('10 亩')).toBeTruthy();
  });
});
