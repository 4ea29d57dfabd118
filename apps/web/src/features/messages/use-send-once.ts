import type { MessageFile } from '@konnekt/shared/messages/message.schema';
import { useRef, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { isAlreadySent } from '../../api/problem.ts';
import { clearToasts } from '../../ui/toast.tsx';
import { useSendProblem } from './use-send-problem.ts';

/**
 * The id of what is being written: the same however often it is sent, until it is known to have arrived. What was amended after that is
 * another message: it stays where it is, under a new id, without the files that went with the first.
 */
export function useSendOnce(changeFiles: (change: (before: MessageFile[]) => MessageFile[]) => void) {
  const id = useRef(newId());
  /** The first has arrived and this has not; with how many of its files went along with that. */
  const [arrived, setArrived] = useState<{ files: number }>();
  const tell = useSendProblem();
  return {
    id,
    arrived,
    /** It was sent, or is about to be. */
    forget: () => setArrived(undefined),
    begin: () => {
      id.current = newId();
      setArrived(undefined);
    },
    /** Says why it was not sent. */
    refuse: (problem: unknown, fileIds: readonly string[]) => {
      if (!isAlreadySent(problem)) return tell(problem);
      const went = fileIds.filter((_, at) => problem.field(`/fileIds/${at}`));
      clearToasts();
      id.current = newId();
      changeFiles((before) => before.filter((file) => !went.includes(file.id)));
      setArrived({ files: went.length });
    },
  };
}
