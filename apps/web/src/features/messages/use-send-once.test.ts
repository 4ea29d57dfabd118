// @vitest-environment jsdom
import type { MessageFile } from '@konnekt/shared/messages/message.schema';
import { act, renderHook } from '@testing-library/react';
import { beforeAll, expect, it, vi } from 'vitest';
import { ApiProblem, ConnectionProblem } from '../../api/problem.ts';
import { loadTexts, setLanguage, startTexts } from '../../i18n/index.ts';
import { useSendOnce } from './use-send-once.ts';

beforeAll(async () => {
  await startTexts();
  await setLanguage('nl');
  await loadTexts('messages');
});

const file = (id: string): MessageFile => ({ id, name: `${id}.pdf`, mediaType: 'application/pdf', size: 1 });
const alreadySent = (...pointers: string[]) =>
  new ApiProblem({
    ...{ type: '/problems/invalid-input', title: '', status: 400, code: 'invalid-input', requestId: '1' },
    errors: ['/id', ...pointers].map((pointer) => ({ pointer, code: 'already-sent' })),
  });

it('sends the same one again as long as it may not have arrived; what was amended since is another, with the files that are left', () => {
  let files = [file('a'), file('b')];
  const change = vi.fn((how: (before: MessageFile[]) => MessageFile[]) => {
    files = how(files);
  });
  const { result } = renderHook(() => useSendOnce(change));
  const first = result.current.id.current;
  act(() => result.current.refuse(new ConnectionProblem(), ['a', 'b']));
  expect([result.current.id.current, result.current.arrived]).toEqual([first, undefined]);
  expect(change).not.toHaveBeenCalled();

  act(() => result.current.refuse(alreadySent('/fileIds/1'), ['a', 'b']));
  expect(result.current.arrived).toEqual({ files: 1 });
  expect(files).toEqual([file('a')]);
  const second = result.current.id.current;
  expect(second).not.toBe(first);

  act(() => result.current.begin());
  expect(result.current.arrived).toBeUndefined();
  expect([first, second]).not.toContain(result.current.id.current);
});
