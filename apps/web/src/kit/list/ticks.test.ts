// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { rangeOf, useTicks } from './ticks.ts';

const rows = ['a', 'b', 'c', 'd'].map((id) => ({ id }));

describe('a range', () => {
  it('runs both ways and holds both ends', () => {
    expect(rangeOf(rows, 'b', 'd').map(({ id }) => id)).toEqual(['b', 'c', 'd']);
    expect(rangeOf(rows, 'd', 'b').map(({ id }) => id)).toEqual(['b', 'c', 'd']);
  });

  it('is one row when nothing was clicked before, or that row is gone', () => {
    expect(rangeOf(rows, undefined, 'c')).toEqual([{ id: 'c' }]);
    expect(rangeOf(rows, 'gone', 'c')).toEqual([{ id: 'c' }]);
  });
});

describe('ticks of a list', () => {
  const ticksOf = (ids: string[]) => renderHook((here: string[]) => useTicks(here), { initialProps: ids });

  it('go from the row clicked before to the one clicked with Shift', () => {
    const { result } = ticksOf(['a', 'b', 'c', 'd']);
    act(() => result.current.tickOne('b', true, false));
    act(() => result.current.tickOne('d', true, true));
    expect(result.current.ticked).toEqual(['b', 'c', 'd']);
    expect(result.current.state).toBe('some');
    act(() => result.current.tickOne('c', false, true));
    expect(result.current.ticked).toEqual(['b']);
  });

  it('count no row that left, and are there again when it is', () => {
    const { result, rerender } = ticksOf(['a', 'b']);
    act(() => result.current.tickAll(true));
    expect(result.current.state).toBe('all');
    rerender(['b']);
    expect(result.current.ticked).toEqual(['b']);
    rerender(['a', 'b', 'c']);
    expect(result.current.ticked).toEqual(['a', 'b']);
    expect(result.current.state).toBe('some');
  });
});
