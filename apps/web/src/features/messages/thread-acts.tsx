import { isOffice } from '@konnekt/shared/basics/actor';
import type { Thread } from '@konnekt/shared/messages/message.schema';
import type { ThreadAct } from '@konnekt/shared/messages/message.words';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/problem.ts';
import { useMe } from '../../api/session-queries.ts';
import { Button } from '../../ui/button.tsx';
import { toast, toastProblem } from '../../ui/toast.tsx';
import { threadQuery, useArchive, useHandle } from './parts/message-queries.ts';

/** What can be done with a thread besides answering it: the office takes and closes it for all, others put it away for themselves. */
export const ThreadActs = ({ thread }: { thread: Thread }) =>
  isOffice(useMe()) ? <OfficeActs thread={thread} /> : <ArchiveAct thread={thread} />;

function OfficeActs({ thread }: { thread: Thread }) {
  const { t } = useTranslation('messages');
  const { personId } = useMe();
  const handle = useHandle(thread.id);
  const tell = useSaysWhatChanged(thread.id, 'one.tookFirst');
  const { version, isArchived, takenBy } = thread;
  const act = (name: ThreadAct) => () => handle.mutate({ act: name, version }, { onError: tell });
  const isMine = takenBy?.id === personId;
  return (
    <>
      {!isArchived && (
        <Button variant="default" loading={handle.isPending} onClick={act(isMine ? 'release' : 'take')}>
          {t(isMine ? 'one.release' : 'one.take')}
        </Button>
      )}
      <Button variant="default" loading={handle.isPending} onClick={act(isArchived ? 'reopen' : 'close')}>
        {t(isArchived ? 'one.reopen' : 'one.close')}
      </Button>
    </>
  );
}

function ArchiveAct({ thread }: { thread: Thread }) {
  const { t } = useTranslation('messages');
  const archive = useArchive(thread.id);
  const tell = useSaysWhatChanged(thread.id, 'one.newer');
  const { isArchived, last } = thread;
  return (
    <Button
      variant="default"
      loading={archive.isPending}
      onClick={() => archive.mutate({ isArchived: !isArchived, number: last.number }, { onError: tell })}
    >
      {t(isArchived ? 'one.unarchive' : 'one.archive')}
    </Button>
  );
}

/** Where somebody was first, or a message came meanwhile: the thread as it is now, and why nothing was done. */
function useSaysWhatChanged(id: string, text: 'one.tookFirst' | 'one.newer') {
  const { t } = useTranslation('messages');
  const queryClient = useQueryClient();
  return (problem: unknown) => {
    const isLate = isProblem(problem, 'record-changed') || isProblem(problem, 'wrong-state');
    if (!isLate) return toastProblem(problem);
    toast({ tone: 'bad', message: t(text) });
    void queryClient.invalidateQueries({ queryKey: threadQuery(id).queryKey });
  };
}
