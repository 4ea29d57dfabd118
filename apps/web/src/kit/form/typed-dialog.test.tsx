// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { setLanguage, startTexts } from '../../i18n/index.ts';
import { TypedDialog } from './typed-dialog.tsx';

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

function Asked({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  return (
    <TypedDialog title="Antwoord" isDirty={() => text !== ''} onClose={onClose}>
      {(close) => (
        <>
          <input aria-label="Naam" value={text} onChange={({ currentTarget }) => setText(currentTarget.value)} />
          <button type="button" onClick={close}>
            Annuleren
          </button>
        </>
      )}
    </TypedDialog>
  );
}

function show() {
  const onClose = vi.fn();
  render(<Asked onClose={onClose} />);
  const dialog = screen.getByRole('dialog');
  const pressEscape = () => fireEvent(dialog, new Event('cancel', { cancelable: true }));
  const type = (value: string) => fireEvent.change(screen.getByLabelText('Naam'), { target: { value } });
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
  return { onClose, pressEscape, type, press };
}

it('closes at once where nothing was typed', () => {
  const { onClose, pressEscape } = show();
  pressEscape();
  expect(onClose).toHaveBeenCalledOnce();
});

it('asks first over something typed, by Escape, its cross and Cancel alike, and keeps it for who stays', () => {
  const { onClose, pressEscape, type, press } = show();
  type('Loonstrook');
  for (const leave of [pressEscape, () => press('Sluiten'), () => press('Annuleren')]) {
    leave();
    expect(screen.getByRole('dialog').textContent).toContain('niet zijn opgeslagen');
    press('Verder typen');
  }
  expect(onClose).not.toHaveBeenCalled();
  expect(screen.getByLabelText<HTMLInputElement>('Naam').value).toBe('Loonstrook');
  pressEscape();
  press('Weggaan en weggooien');
  expect(onClose).toHaveBeenCalledOnce();
});

it('takes the focus along to the question, and back to the field where somebody stays, by Escape as well', async () => {
  const { onClose, pressEscape, type, press } = show();
  const field = screen.getByLabelText('Naam');
  for (const stay of [pressEscape, () => press('Verder typen')]) {
    field.focus();
    type('Loonstrook');
    pressEscape();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Verder typen'));
    stay();
    await waitFor(() => expect(document.activeElement).toBe(field));
  }
  expect(onClose).not.toHaveBeenCalled();
});
