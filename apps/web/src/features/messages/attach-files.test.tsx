// @vitest-environment jsdom
import { fileLimits } from '@konnekt/shared/files/file.words';
import { mostFilesOfMessage } from '@konnekt/shared/messages/message.words';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { ApiProblem, ConnectionProblem } from '../../api/problem.ts';
import { loadTexts, setLanguage, startTexts } from '../../i18n/index.ts';
import { AttachFiles } from './attach-files.tsx';

const upload = vi.hoisted(() => vi.fn());
vi.mock('../../api/upload.ts', () => ({ upload }));

beforeAll(async () => {
  await startTexts();
  await setLanguage('nl');
  await loadTexts('messages', 'office');
});
afterEach(() => {
  cleanup();
  upload.mockReset();
});

const wrongType = new ApiProblem({
  ...{ type: '/problems/invalid-input', title: 'Invalid input', status: 400, code: 'invalid-input', requestId: '1' },
  errors: [{ pointer: '/file', code: 'file-type' }],
});

function show(here: number, wasTooSoon = false) {
  const onChange = vi.fn();
  const files = Array.from({ length: here }, (_, at) => ({ id: String(at), name: `${at}.pdf` }));
  render(
    <AttachFiles files={files as never} onChange={onChange} onBusy={() => undefined} wasTooSoon={wasTooSoon}>
      <p>Hier</p>
    </AttachFiles>,
  );
  const drop = (dropped: File[]) => fireEvent.drop(screen.getByText('Hier'), { dataTransfer: { files: dropped } });
  return { onChange, drop };
}

it('names each file that does not go along, with why, and takes the others', async () => {
  upload.mockImplementation(async ({ file }: { file: File }) => {
    if (file.name.endsWith('.exe')) throw wrongType;
    return { id: file.name, name: file.name };
  });
  const { onChange, drop } = show(mostFilesOfMessage - 4);
  const large = new File(['x'], 'groot.pdf');
  Object.defineProperty(large, 'size', { value: fileLimits.message.mostBytes + 1 });
  drop([
    new File(['x'], 'spel.exe'),
    large,
    new File([], 'leeg.pdf'),
    new File(['x'], 'goed.pdf'),
    new File(['x'], 'elf.pdf'),
  ]);
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1));
  await screen.findByText(/spel\.exe\.$/);
  const said = screen.getAllByRole('alert').map(({ textContent }) => textContent);
  for (const name of ['spel.exe', 'groot.pdf', 'leeg.pdf', 'elf.pdf'])
    expect(said).toContainEqual(expect.stringContaining(name));
  expect(said).not.toContainEqual(expect.stringContaining('goed.pdf'));
  expect(screen.queryByRole('button', { name: 'Opnieuw proberen' })).toBeNull();
});

it('keeps a file that a lost connection refused, with why, and hands it in once it is there or is asked to', async () => {
  upload.mockRejectedValue(new ConnectionProblem());
  const { onChange, drop } = show(0);
  drop([new File(['x'], 'bon.pdf')]);
  fireEvent.click(await screen.findByRole('button', { name: 'Opnieuw proberen' }));
  await vi.waitFor(() => expect(upload).toHaveBeenCalledTimes(2));
  expect(await screen.findByRole('alert')).toBeDefined();
  upload.mockResolvedValue({ id: 'bon', name: 'bon.pdf' });
  await screen.findByRole('button', { name: 'Opnieuw proberen' });
  fireEvent(window, new Event('online'));
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1));
  expect(screen.queryByRole('alert')).toBeNull();
});

it('says at its place that a message cannot go while a file is on its way', async () => {
  upload.mockImplementation(() => new Promise(() => undefined));
  const { drop } = show(0, true);
  expect(screen.queryByText(/nog een bestand onderweg/)).toBeNull();
  drop([new File(['x'], 'bon.pdf')]);
  expect(await screen.findByText(/nog een bestand onderweg/)).toBeDefined();
});
