import { afterEach, describe, expect, it } from 'vitest';
import { forgetReturn, leaveAt, placeIn, takeReturn } from './walk.ts';

const walk = { from: '/list?q=a', ids: ['one', 'two', 'three'] };
afterEach(forgetReturn);

describe('where a worksheet stands', () => {
  it('counts the whole list, though a part of it is known', () => {
    expect(placeIn({ ...walk, total: 40 }, 'two')).toEqual({ at: 2, total: 40, previous: 'one', next: 'three' });
    expect(placeIn(walk, 'other')).toBeUndefined();
  });
});

describe('coming back to the list', () => {
  it('is at the row that was left, once', () => {
    leaveAt(walk, 'two');
    expect(takeReturn('/list?q=a', ['one', 'two', 'three'])).toBe('two');
    expect(takeReturn('/list?q=a', ['one', 'two', 'three'])).toBeUndefined();
  });

  it('is at the next row where that one is gone, else at the one before', () => {
    leaveAt(walk, 'two');
    expect(takeReturn('/list?q=a', ['one', 'three'])).toBe('three');
    leaveAt(walk, 'three');
    expect(takeReturn('/list?q=a', ['one', 'two'])).toBe('two');
  });

  it('is nowhere in another list, nor after a worksheet that is not of it', () => {
    leaveAt(walk, 'two');
    expect(takeReturn('/other', ['two'])).toBeUndefined();
    forgetReturn();
    leaveAt(walk, 'other');
    expect(takeReturn('/list?q=a', ['one'])).toBeUndefined();
  });
});
