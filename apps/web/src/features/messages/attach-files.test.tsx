// @vitest-environment jsdom
import { fileLimits } from '@konnekt/shared/files/file.words';
import { mostFilesOfMessage } from '@konnekt/shared/messages/message.words';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { ApiProblem } from '../../api/problem.ts';
import { loadTexts, setLanguage, startTexts } from '../../i18n/index.ts';
import { AttachFiles } from './attach-files.tsx';

const call = vi.hoisted(() => vi.fn());
vi.mock('../../api/client.ts', () => ({ call }));

beforeAll(async () => {
  await startTexts();
  await setLanguage('nl');
  await loadTexts('messages');
});
afterEach(cleanup);

const wrongType = new ApiProblem({
  ...{ type: '/problems/invalid-input', title: 'Invalid input', status: 400, code: 'invalid-input', requestId: '1' },
  errors: [{ pointer: '/file', code: 'file-type' }],
});

function show(here: number) {
  const onChange = vi.fn();
  const files = Array.from({ length: here }, (_, at) => ({ id: String(at), name: `${at}.pdf` }));
  render(
    <AttachFiles files={files as never} onChange={onChange} onBusy={() => undefined}>
      <p>Hier</p>
    </AttachFiles>,
  );
  const drop = (dropped: File[]) => fireEvent.drop(screen.getByText('Hier'), { dataTransfer: { files: dropped } });
  return { onChange, drop };
}

it('names each file that does not go along, with why, and takes the others', async () => {
  call.mockImplementation(async (_, { file }: { file: File }) => {
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
  const said = await screen.findByText(/leeg\.pdf is leeg/);
  const alert = said.closest('[role="alert"]')?.textContent;
  for (const name of ['spel.exe', 'groot.pdf', 'leeg.pdf', 'elf.pdf']) expect(alert).toContain(name);
  expect(alert).not.toContain('goed.pdf');
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1));
});
