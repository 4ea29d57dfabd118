// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { upload } from '../../api/upload.ts';
import { loadTexts, setLanguage, startTexts } from '../../i18n/index.ts';
import { FilesField } from './files-field.tsx';
import { type Uploads, useUploads } from './use-uploads.ts';

beforeAll(async () => {
  await startTexts();
  await setLanguage('nl');
  await loadTexts('office');
});
afterEach(cleanup);

const file = (name: string, content: string) => new File([content], name);

/** What is sent does not arrive before the test is over. */
vi.mock('../../api/upload.ts', () => ({ upload: vi.fn(() => new Promise(() => undefined)) }));
afterEach(() => vi.mocked(upload).mockClear());

function Form({ tell }: { tell: (uploads: Uploads) => void }) {
  const uploads = useUploads('document', () => crypto.randomUUID());
  tell(uploads);
  return <FilesField label="Bestanden" error="Zegt het formulier" accept=".pdf" mostBytes={10} uploads={uploads} />;
}

/** The field, and what a form knows of its files. */
function show() {
  const seen: { uploads?: Uploads } = {};
  render(
    <Form
      tell={(uploads) => {
        seen.uploads = uploads;
      }}
    />,
  );
  const button = screen.getByRole('button', { name: /: Bestanden$/ });
  const drop = (files: File[]) => fireEvent.drop(button, { dataTransfer: { files } });
  return { seen, button, drop };
}

it('takes all files that are dropped on it', () => {
  const { drop } = show();
  drop([file('a.pdf', 'a'), file('b.pdf', 'b')]);
  expect(vi.mocked(upload).mock.calls.map(([{ file: sent }]) => sent.name)).toEqual(['a.pdf', 'b.pdf']);
});

it('says at each file that is empty or too large that it is, sends the others, and has the form know', () => {
  const { seen, button, drop } = show();
  drop([file('leeg.pdf', ''), file('goed.pdf', 'a'), file('groot.pdf', 'meer dan tien tekens')]);
  const said = screen.getAllByRole('alert').map(({ textContent }) => textContent);
  expect(said).toEqual([
    expect.stringContaining('leeg.pdf'),
    expect.stringContaining('groot.pdf'),
    'Zegt het formulier',
  ]);
  expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    'Zegt het formulier',
  );
  expect(vi.mocked(upload).mock.calls.map(([{ file: sent }]) => sent.name)).toEqual(['goed.pdf']);
  expect(seen.uploads?.refused).toEqual(['leeg.pdf', 'groot.pdf']);
  fireEvent.click(screen.getByRole('button', { name: /leeg\.pdf/ }));
  expect(seen.uploads?.refused).toEqual(['groot.pdf']);
});
