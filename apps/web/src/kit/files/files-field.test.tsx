// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { loadTexts, setLanguage, startTexts } from '../../i18n/index.ts';
import { FilesField } from './files-field.tsx';

beforeAll(async () => {
  await startTexts();
  await setLanguage('nl');
  await loadTexts('office');
});
afterEach(cleanup);

const file = (name: string, content: string) => new File([content], name);

/** The field with what it would send. */
function show() {
  const uploads = { items: [], add: vi.fn(), clear: vi.fn(), remove: vi.fn(), retry: vi.fn() };
  render(<FilesField label="Bestanden" accept=".pdf" mostBytes={10} uploads={uploads as never} />);
  const button = screen.getByRole('button', { name: /: Bestanden$/ });
  const drop = (files: File[]) => fireEvent.drop(button, { dataTransfer: { files } });
  return { uploads, button, drop };
}

it('takes all files that are dropped on it', () => {
  const { uploads, drop } = show();
  const files = [file('a.pdf', 'a'), file('b.pdf', 'b')];
  drop(files);
  expect(uploads.add).toHaveBeenCalledWith(files);
});

it('says at its button which files are empty or too large, each of them, and takes the others', () => {
  const { uploads, button, drop } = show();
  const good = file('goed.pdf', 'a');
  drop([file('leeg.pdf', ''), good, file('groot.pdf', 'meer dan tien tekens')]);
  expect(uploads.add).toHaveBeenCalledWith([good]);
  const described = button.getAttribute('aria-describedby') ?? '';
  const said = document.getElementById(described)?.textContent;
  expect(said).toContain('leeg.pdf');
  expect(said).toContain('groot.pdf');
});
