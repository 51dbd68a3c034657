// @vitest-environment happy-dom
import { cleanup, render, waitFor } from '@testing-library/react';
import { useRef } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { assetFields } from '../../data/schema/fields.js';
import { fieldOfPath, fieldsElsewhere, fittingWidth, tabOfPath, useFormView } from '../../renderer/features/ledger/form/form-view.js';
import { useReachField } from '../../renderer/features/ledger/form/reach-field.js';
import { useProgram } from '../../renderer/state/program-store.js';

afterEach(() => { cleanup(); useProgram.setState({ wantedField: null }); useFormView.setState({ tab: 'fields', width: null, whole: false }); });

describe('the tabs of the form', () => {
  it('put every field on one of them, the place and the media on their own', () => {
    expect(tabOfPath('location')).toBe('place');
    expect(tabOfPath('boundary')).toBe('place');
    expect(tabOfPath('photos')).toBe('media');
    expect(tabOfPath('detail.capacityKw')).toBe('fields');
    expect(fieldsElsewhere.toSorted()).toEqual(assetFields.filter(({ kind }) => kind === 'point' || kind === 'geometry' || kind === 'media').map(({ path }) => path).toSorted());
  });

  it('lead from words as they came to the field they came for', () => {
    expect(fieldOfPath('priceText')).toBe('price');
    expect(fieldOfPath('locationSource')).toBe('location');
    expect(tabOfPath('locationSource')).toBe('place');
    expect(fieldOfPath('siteArea')).toBe('siteArea');
  });

  it('leave room for the table, however far the edge is dragged', () => {
    expect(fittingWidth(5_000, 1_280)).toBe(960);
    expect(fittingWidth(10, 1_280)).toBe(440);
    expect(fittingWidth(600, 1_280)).toBe(600);
  });
});

function Form({ ready }: { ready: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  const tab = useFormView((state) => state.tab);
  useReachField(box, ready);
  return (
    <div ref={box}>
      {tab === 'fields' && <div data-field="name"><button type="button">标记</button><input aria-label="名称" /></div>}
      {tab === 'place' && <div data-field="boundary"><button type="button">画范围</button></div>}
    </div>
  );
}

describe('a field that is wanted', () => {
  it('gets the cursor once the record is there, and is wanted no more', async () => {
    useProgram.setState({ wantedField: 'name' });
    const { rerender, getByRole } = render(<Form ready={false} />);
    expect(useProgram.getState().wantedField).toBe('name');
    rerender(<Form ready />);
    await waitFor(() => expect(document.activeElement).toBe(getByRole('textbox')));
    expect(useProgram.getState().wantedField).toBeNull();
  });

  it('turns to the tab where it is, and to its first button where nothing is typed', async () => {
    const { getByRole } = render(<Form ready />);
    useProgram.setState({ wantedField: 'boundary' });
    await waitFor(() => expect(document.activeElement).toBe(getByRole('button', { name: '画范围' })));
    expect(useFormView.getState().tab).toBe('place');
  });
});
