// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { createMemoryRouter, Link, RouterProvider } from 'react-router';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { setLanguage, startTexts } from '../../i18n/index.ts';
import { LeaveGuard } from './leave-guard.tsx';

beforeAll(async () => {
  // jsdom knows the element, not how it opens.
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
    this.open = false;
  };
  await startTexts();
  await setLanguage('nl');
});
afterEach(cleanup);

const typed = () => true;
const untouched = () => false;

/** A form that is saved meanwhile. */
function Saving() {
  const [isTyped, setIsTyped] = useState(true);
  return (
    <>
      <LeaveGuard isDirty={() => isTyped} />
      <button type="button" onClick={() => setIsTyped(false)}>
        Opslaan
      </button>
      <Link to="/elsewhere">Weg</Link>
    </>
  );
}

/** A screen with a form for each guard, and the way out of it. */
function show(...isDirty: (() => boolean)[]) {
  const forms = isDirty.map((one, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a form is its place
    <LeaveGuard key={index} isDirty={one} />
  ));
  const router = createMemoryRouter([
    {
      path: '/',
      element: [
        ...forms,
        <Link key="out" to="/elsewhere">
          Weg
        </Link>,
      ],
    },
    { path: '/elsewhere', element: <p>Elders</p> },
  ]);
  render(<RouterProvider router={router} />);
  fireEvent.click(screen.getByRole('link', { name: 'Weg' }));
}

it.each([
  ['the only', [typed]],
  ['the first', [typed, untouched]],
  ['the last', [untouched, typed]],
  ['each', [typed, typed]],
])('asks once before what was typed in %s form is left', async (_, isDirty) => {
  show(...isDirty);
  await waitFor(() => expect(screen.getAllByRole('dialog')).toHaveLength(1));
  expect(screen.queryByText('Elders')).toBeNull();
});

it('goes on by itself once what was typed is stored', async () => {
  const router = createMemoryRouter([
    { path: '/', element: <Saving /> },
    { path: '/elsewhere', element: <p>Elders</p> },
  ]);
  render(<RouterProvider router={router} />);
  fireEvent.click(screen.getByRole('link', { name: 'Weg' }));
  await screen.findByRole('dialog');
  fireEvent.click(screen.getByText('Opslaan'));
  expect(await screen.findByText('Elders')).toBeTruthy();
});

it('asks nothing where nothing was typed', async () => {
  show(untouched, untouched);
  expect(await screen.findByText('Elders')).toBeTruthy();
});
