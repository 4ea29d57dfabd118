// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ReactElement } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { loadTexts, setLanguage, startTexts } from '../../i18n/index.ts';
import { BoundText } from './bound-fields.tsx';
import { RecordForm } from './record-form.tsx';
import { missing } from './typed-values.ts';
import { FormProblems, useRecordForm } from './use-record-form.ts';

beforeAll(async () => {
  // jsdom draws nothing, so that nothing scrolls.
  Element.prototype.scrollIntoView ??= () => {};
  await startTexts();
  await loadTexts('office');
  await setLanguage('nl');
});
afterEach(cleanup);

const blank = { name: '', city: '' };

type Save = (values: typeof blank) => Promise<typeof blank>;
function Asked({ save, find = missing }: { save: Save; find?: typeof missing | undefined }) {
  const form = useRecordForm({ stored: blank, find: (values) => find(values), save, formOf: (saved) => saved });
  return (
    <RecordForm form={form} isNew nameOf={(field) => field} submit="Opslaan">
      <BoundText name="name" label="Naam" />
      <BoundText name="city" label="Plaats" />
    </RecordForm>
  );
}

const open = (element: ReactElement) =>
  render(<RouterProvider router={createMemoryRouter([{ path: '/', element }])} />);
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const wrong = () => ['Naam', 'Plaats'].filter((label) => field(label).getAttribute('aria-invalid') === 'true');
const press = () => fireEvent.click(screen.getByRole('button', { name: 'Opslaan' }));

it('says all that is found to be wrong at once and goes to the first of it; each until it is mended, and nothing is sent before', async () => {
  const save = vi.fn(async (values: typeof blank) => values);
  open(<Asked save={save} />);
  expect(wrong()).toEqual([]);
  press();
  expect(wrong()).toEqual(['Naam', 'Plaats']);
  expect(document.activeElement).toBe(field('Naam'));
  fireEvent.change(field('Naam'), { target: { value: 'Kade' } });
  expect(wrong()).toEqual(['Plaats']);
  press();
  expect(document.activeElement).toBe(field('Plaats'));
  expect(save).not.toHaveBeenCalled();
  fireEvent.change(field('Plaats'), { target: { value: 'Urk' } });
  press();
  await waitFor(() => expect(save).toHaveBeenCalledWith({ name: 'Kade', city: 'Urk' }));
});

it('says what is of no field without calling a field wrong, until anything is typed', async () => {
  const save = vi.fn(async (): Promise<typeof blank> => {
    throw new FormProblems([{ pointer: '/lines', code: 'nothing-to-credit' }]);
  });
  open(<Asked save={save} find={() => []} />);
  press();
  expect((await screen.findByRole('alert')).textContent).toBe('Er is niets meer om te crediteren.');
  expect(wrong()).toEqual([]);
  fireEvent.change(field('Naam'), { target: { value: 'Kade' } });
  expect(screen.queryByRole('alert')).toBeNull();
});
