import type { KeptMessageDraft } from '@konnekt/shared/messages/message.schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { call } from '../../api/client.ts';
import { useMe } from '../../api/session-queries.ts';
import { takeAnswer } from '../../api/take-answer.ts';
import { keep, readKept } from '../../kit/storage/account-storage.ts';
import { afterSaved, type DeviceDraft, nothingTyped, standingDraft } from './draft-standing.ts';
import { type DraftPlace, draftQuery } from './parts/message-queries.ts';
import { useDraftElsewhere } from './use-draft-elsewhere.ts';

/** What a new message is kept by on the device. */
export const newName = (aboutId: string | null): string => (aboutId ? `new.${aboutId}` : 'new');

/** After a pause of so long what was typed goes to the server as well: it is there after logging out, and on other devices. */
const SENT_AFTER_MS = 800;

/** One that was kept before it said so may not have got to the server. */
const read = (accountId: string, name: string): DeviceDraft | undefined => {
  const kept = readKept<Partial<DeviceDraft>>(localStorage, accountId, name);
  return kept && { ...nothingTyped, isUnsaved: true, ...kept };
};

/**
 * What is being written, in a thread or for a new one, of which each subject has its own. The device keeps each letter, for a reload or a lost connection; the server what was
 * there at a pause, and when the field is left. What the server has not had holds; of the rest, what the server has, which may be from another device.
 */
export function useMessageDraft({ threadId, aboutId }: DraftPlace) {
  const { accountId } = useMe();
  const queryClient = useQueryClient();
  const name = `message.${threadId ?? newName(aboutId)}`;
  const [kept, setKept] = useState(() => read(accountId, name));
  const [isKept, setIsKept] = useState(true);
  const { data: stored } = useQuery(draftQuery({ threadId, aboutId }));
  const shown = standingDraft(kept, stored);
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; typed: KeptMessageDraft } | undefined>(undefined);
  const underWay = useRef<AbortController>(undefined);

  const takeStored = useCallback(
    (now: KeptMessageDraft) => {
      setKept((before) => afterSaved(before, now));
      const onDevice = read(accountId, name);
      if (onDevice) keep(localStorage, accountId, name, afterSaved(onDevice, now));
    },
    [accountId, name],
  );
  useEffect(() => {
    if (stored) takeStored(stored);
  }, [stored, takeStored]);

  const flush = useCallback(() => {
    if (!waiting.current) return;
    clearTimeout(waiting.current.timer);
    const { typed } = waiting.current;
    const { title, body, files } = typed;
    const fileIds = files.map(({ id }) => id);
    waiting.current = undefined;
    // One that is tried again later would come after this one.
    underWay.current?.abort();
    underWay.current = new AbortController();
    // Where it does not get there, the device has it.
    call(
      'PUT /api/message-draft',
      { body: { threadId, aboutId, title, body, fileIds } },
      { whenSignedOut: 'throw', signal: underWay.current.signal },
    ).then(
      () => {
        const { queryKey } = draftQuery({ threadId, aboutId });
        // Of a screen that was left nothing stays behind.
        if (queryClient.getQueryState(queryKey)) takeAnswer<KeptMessageDraft>(queryClient, queryKey, typed);
        takeStored(typed);
      },
      () => {},
    );
  }, [threadId, aboutId, queryClient, takeStored]);
  useEffect(() => flush, [flush]);

  // Files come in one after the other while somebody types.
  const latest = useRef(shown);
  useLayoutEffect(() => {
    latest.current = shown;
  });
  const type = (change: Partial<KeptMessageDraft>) => {
    const { title, body, files } = { ...latest.current, ...change };
    const next = { title, body, files };
    latest.current = next;
    const onDevice = { ...next, isUnsaved: true };
    setKept(onDevice);
    setIsKept(keep(localStorage, accountId, name, onDevice));
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = { timer: setTimeout(flush, SENT_AFTER_MS), typed: next };
  };
  /** It was sent, or is to be forgotten. */
  const clear = () => {
    type(nothingTyped);
    flush();
  };
  const changeFiles = (change: (before: KeptMessageDraft['files']) => KeptMessageDraft['files']) =>
    type({ files: change(latest.current.files) });

  useDraftElsewhere({
    name,
    read: () => read(accountId, name),
    mine: kept,
    keepMine: () => setIsKept(keep(localStorage, accountId, name, kept)),
    take: (now, isHeard) => {
      if (waiting.current) clearTimeout(waiting.current.timer);
      waiting.current = undefined;
      setKept(now);
      // What was asked before would bring back what was sent.
      if (isHeard && !now?.isUnsaved)
        takeAnswer<KeptMessageDraft>(queryClient, draftQuery({ threadId, aboutId }).queryKey, now ?? nothingTyped);
    },
  });
  return { typed: shown, type, changeFiles, flush, clear, isKept };
}
