import type { NewMessage } from '@konnekt/shared/messages/message.schema';
import { invalidInput } from '#api/kit/problem';

/** What was written the first time under an id. */
export type SentBefore = Pick<NewMessage, 'body' | 'fileIds'>;

/**
 * Sent again for an answer that was lost, a message is the one that is there. With other words, files or readers it is refused: what was
 * amended since would be lost without a word. Names the files that went with the first, so that they do not go along again.
 */
export function refuseAmended(sent: SentBefore, asked: SentBefore, isForSame: boolean): void {
  const went = new Set(sent.fileIds);
  const isSame = sent.fileIds.length === asked.fileIds.length && asked.fileIds.every((id) => went.has(id));
  if (isForSame && isSame && sent.body === asked.body) return;
  throw invalidInput([
    { pointer: '/id', code: 'already-sent' },
    ...asked.fileIds.flatMap((id, at) => (went.has(id) ? [{ pointer: `/fileIds/${at}`, code: 'already-sent' }] : [])),
  ]);
}
