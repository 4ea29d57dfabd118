import { describe, expect, it } from 'vitest';
import { addressOf } from './route-address.ts';

describe('an address', () => {
  it('has its params filled in and leaves empty query values out', () => {
    const input = { params: { id: 'a/b' }, query: { q: 'de Vries', cursor: undefined, status: '', limit: 50 } };
    expect(addressOf('GET /api/worksheets/:id', input)).toEqual({
      method: 'GET',
      url: '/api/worksheets/a%2Fb?q=de+Vries&limit=50',
    });
  });
});
