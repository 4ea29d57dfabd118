import type { KeptDraft } from '@konnekt/shared/messages/message.schema';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { call } from '../../api/client.ts';
import { useMe } from '../../api/session-queries.ts';
import { keep, readKept } from '../../kit/storage/account-storage.ts';
import { type DraftPlace, draftQuery } from './parts/message-queries.ts';

const nothing: KeptDraft = { title: '', body: '', files: [] };
/** What a new message is kept by on the device. */
export const newName = (aboutId: string | null): string => (aboutId ? `new.${aboutId}` : 'new');

/** After a pause of so long what was typed goes to the server as well: it is there after logging out, and on other devices. */
const SENT_AFTER_MS = 800;

/**
 * What is being written, in a thread or for a new one, of which each subject has its own. The device keeps each letter, for a reload or a lost connection; the server what was
 * there at a pause, and when the field is left. What the device has is newer.
 */
export function useDraft({ threadId, aboutId }: DraftPlace) {
  const { accountId } = useMe();
  const name = `message.${threadId ?? newName(aboutId)}`;
  const [typed, setTyped] = useState<KeptDraft | undefined>(() => {
    const kept = readKept<Partial<KeptDraft>>(localStorage, accountId, name);
    return kept && { ...nothing, ...kept };
  });
  const [isKept, setIsKept] = useState(true);
  const { data: stored, isPending } = useQuery({ ...draftQuery({ threadId, aboutId }), enabled: typed === undefined });
  const shown = typed ?? stored ?? nothing;
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; typed: KeptDraft } | undefined>(undefined);

  const flush = useCallback(() => {
    if (!waiting.current) return;
    clearTimeout(waiting.current.timer);
    const { title, body, files } = waiting.current.typed;
    const fileIds = files.map(({ id }) => id);
    waiting.current = undefined;
    // Where it does not get there, the device has it.
    call(
      'PUT /api/message-draft',
      { body: { threadId, aboutId, title, body, fileIds } },
      { whenSignedOut: 'throw' },
    ).catch(() => {});
  }, [threadId, aboutId]);
  useEffect(() => flush, [flush]);

  // Files come in one after the other while somebody types.
  const latest = useRef(shown);
  useLayoutEffect(() => {
    latest.current = shown;
  });
  const type = (change: Partial<KeptDraft>) => {
    const next = { ...latest.current, ...change };
    latest.current = next;
    setTyped(next);
    const isEmpty = next.title === '' && next.body === '' && next.files.length === 0;
    setIsKept(keep(localStorage, accountId, name, isEmpty ? undefined : next));
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = { timer: setTimeout(flush, SENT_AFTER_MS), typed: next };
  };
  /** It was sent, or is to be forgotten. */
  const clear = () => {
    type(nothing);
    flush();
  };
  const changeFiles = (change: (before: KeptDraft['files']) => KeptDraft['files']) =>
    type({ files: change(latest.current.files) });
  return { typed: shown, type, changeFiles, flush, clear, isKept, isLoading: typed === undefined && isPending };
}
