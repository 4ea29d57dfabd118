// @vitest-environment jsdom
import { act, render } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { expect, it } from 'vitest';
import { type Address, useAddress } from './use-address.ts';

let address: Address;
function Screen() {
  address = useAddress();
  return null;
}

it('a filter and a search that come at the same moment both stand in the address; what Back took away does not return', async () => {
  const router = createMemoryRouter([{ path: '/', element: <Screen /> }], { initialEntries: ['/?sort=name'] });
  render(<RouterProvider router={router} />);
  await act(async () => {
    const { rewrite, write } = address;
    rewrite({ q: 'Tess' });
    write({ action: 'block' });
  });
  expect(router.state.location.search).toBe('?sort=name&q=Tess&action=block');
  await act(() => router.navigate(-1));
  await act(async () => address.write({ sort: '' }));
  expect(router.state.location.search).not.toContain('action');
});
