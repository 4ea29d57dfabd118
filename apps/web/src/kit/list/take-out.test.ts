import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { takeOut } from './take-out.ts';

const page = (total: number, ...ids: string[]) => ({ items: ids.map((id) => ({ id })), total, nextCursor: null });

it('What is gone is in no page of a list that is remembered, and is not counted there', () => {
  const client = new QueryClient();
  const list = { pages: [page(3, 'a', 'b'), page(3, 'c')], pageParams: [undefined, 'x'] };
  client.setQueryData(['list', 'runs', {}], list);
  client.setQueryData(['list', 'runs', { q: 'c' }], { ...list, pages: [page(1, 'c')] });
  client.setQueryData(['definitions'], page(2, 'b', 'c'));
  takeOut(client, ['list', 'runs'], 'b');
  expect(client.getQueryData(['list', 'runs', {}])).toEqual({ ...list, pages: [page(2, 'a'), page(2, 'c')] });
  expect(client.getQueryData(['list', 'runs', { q: 'c' }])).toEqual({ ...list, pages: [page(1, 'c')] });
  takeOut(client, ['definitions'], 'b');
  expect(client.getQueryData(['definitions'])).toEqual(page(1, 'c'));
  takeOut(client, ['nothing'], 'b');
});
