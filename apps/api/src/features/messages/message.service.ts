import { isOffice } from '@konnekt/shared/basics/actor';
import type { MessageCounts } from '@konnekt/shared/messages/message.contract';
import type { NewMessage, NewThread, Thread } from '@konnekt/shared/messages/message.schema';
import type { ThreadAct } from '@konnekt/shared/messages/message.words';
import { bounds, refuseFull, refuseWhile } from '#api/kit/bounds';
import type { Author, Db, Transaction } from '#api/kit/database';
import { openContent } from '#api/kit/file-content';
import { invalidInput, Problem } from '#api/kit/problem';
import type { Sight } from '#api/kit/visibility';
import { presentThread } from './message.presenter.ts';
import * as drafts from './message-draft.repository.ts';
import { refuseAmended } from './sent-before.ts';
import * as threads from './thread.repository.ts';
import { subjectOf } from './thread.subject.ts';
import * as readers from './thread-reader.repository.ts';
import * as writing from './thread-writing.repository.ts';

export { countThreads } from './thread.repository.ts';

export async function readThread(db: Transaction, sight: Sight, id: string): Promise<Thread> {
  const found = await threads.findThread(db, sight, id);
  if (!found) throw new Problem('not-found');
  const { about, mayWrite, personLanguage } = found;
  return {
    ...presentThread(found),
    about,
    mayWrite,
    personLanguage,
    messages: await threads.listMessages(db, sight, id),
  };
}

/** Begins a thread. Sent again, it is the one that is there; sent again otherwise, it is refused. */
export const beginThread = (db: Db, sight: Sight, author: Author, asked: NewThread): Promise<Thread> =>
  db.transaction(author, async (tx) => {
    const { id, title, body, fileIds } = asked;
    // Others than the office write to the agency: that it would go to somebody else is not left unsaid.
    if (!isOffice(sight.actor) && asked.personId !== null)
      throw invalidInput([{ pointer: '/personId', code: 'not-allowed' }]);
    const wasBegun = () => wasSent(tx, author, id, asked, (sent) => isSameThread(sight, sent, asked));
    if (await wasBegun()) return readThread(tx, sight, id);
    const subject = await subjectOf(tx, sight, asked);
    if (!(await writing.insertThread(tx, { id, title, ...subject }))) {
      // The same was sent at the same moment, and is written by now.
      if (await wasBegun()) return readThread(tx, sight, id);
      throw invalidInput([{ pointer: '/id', code: 'duplicate' }]);
    }
    await write(tx, sight, author, { threadId: id, number: 1, id, body, fileIds });
    await drafts.forgetDraft(tx, sight.actor, { threadId: null, aboutId: aboutIdOf(asked) });
    return readThread(tx, sight, id);
  });

/** Writes in a thread, whatever was written meanwhile. Sent again, it is there once; sent again otherwise, it is refused. */
export const reply = (db: Db, sight: Sight, author: Author, threadId: string, message: NewMessage): Promise<Thread> =>
  db.transaction(author, async (tx) => {
    const held = await writing.holdThread(tx, sight, threadId);
    if (!held) throw new Problem('not-found');
    if (!(await wasSent(tx, author, threadId, message))) {
      if (!held.mayWrite) throw new Problem('not-allowed');
      refuseFull(held.lastNumber, bounds.messagesOfThread);
      await write(tx, sight, author, { ...message, threadId, number: held.lastNumber + 1 });
      await drafts.forgetDraft(tx, sight.actor, { threadId, aboutId: null });
    }
    return readThread(tx, sight, threadId);
  });

async function write(
  tx: Transaction,
  sight: Sight,
  author: Author,
  message: NewMessage & { threadId: string; number: number },
): Promise<void> {
  const ofOffice = isOffice(sight.actor);
  if (!ofOffice) refuseWhile(await writing.secondsToWait(tx, author));
  await holdFiles(tx, author, message.fileIds);
  await writing.insertMessage(tx, sight, author, { ...message, isOffice: ofOffice });
}

/** An answer that was lost is asked for again: what was sent then is not sent twice. An id of somebody else's is none of theirs. */
async function wasSent(
  tx: Transaction,
  author: Author,
  threadId: string,
  asked: NewMessage,
  isForSame: (sent: writing.SentMessage) => boolean = () => true,
): Promise<boolean> {
  const sent = await writing.findSent(tx, asked.id);
  if (!sent) return false;
  if (sent.byId !== author.personId || sent.threadId !== threadId)
    throw invalidInput([{ pointer: '/id', code: 'duplicate' }]);
  refuseAmended(sent, asked, isForSame(sent));
  return true;
}

/** By which what is being written of it is kept. */
const aboutIdOf = ({ worksheetId, invoiceId, invoiceLineId }: NewThread): string | null =>
  worksheetId ?? (invoiceId && (invoiceLineId ?? invoiceId));

/** Others than the office write for themselves alone; what is about hours or an invoice is the business of whose those are. */
function isSameThread({ actor }: Sight, sent: writing.SentMessage, asked: NewThread): boolean {
  const { worksheetId, invoiceId, invoiceLineId } = asked;
  return (
    sent.title === asked.title &&
    (!isOffice(actor) || sent.personId === asked.personId) &&
    (worksheetId !== null || invoiceId !== null || sent.organisationId === asked.organisationId) &&
    sent.worksheetId === worksheetId &&
    sent.invoiceId === invoiceId &&
    sent.invoiceLineId === invoiceLineId
  );
}

/** Throws `invalid-input` at a file that is gone, goes with another message, or is somebody else's. */
export async function holdFiles(tx: Transaction, author: Author, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const held = await writing.holdFiles(tx, author, ids);
  const gone = ids.flatMap((id, index) =>
    held.includes(id) ? [] : [{ pointer: `/fileIds/${index}`, code: 'file-gone' as const }],
  );
  if (gone.length > 0) throw invalidInput(gone);
}

export const markRead = (db: Db, sight: Sight, id: string, number: number): Promise<MessageCounts> =>
  db.transaction(null, async (tx) => {
    const newest = await readers.newestInSight(tx, sight, id);
    if (newest === 0) throw new Problem('not-found');
    await readers.markRead(tx, sight, id, Math.min(number, newest));
    return threads.countThreads(tx, sight);
  });

/** Puts a thread away as the reader saw it: a message that came meanwhile would be put away unseen. */
export const archiveThread = (
  db: Db,
  sight: Sight,
  id: string,
  { isArchived, number }: { isArchived: boolean; number: number },
): Promise<Thread> =>
  db.transaction(null, async (tx) => {
    if (isOffice(sight.actor)) throw new Problem('not-allowed');
    if (!(await writing.holdThread(tx, sight, id))) throw new Problem('not-found');
    if (isArchived && (await readers.newestInSight(tx, sight, id)) > number) throw new Problem('record-changed');
    await readers.archive(tx, sight, id, isArchived);
    return readThread(tx, sight, id);
  });

/** What somebody of the office does is refused where a colleague was first, or a message came that they have not seen. */
export const handleThread = (
  db: Db,
  sight: Sight,
  author: Author,
  asked: { id: string; act: ThreadAct; version: number },
): Promise<Thread> =>
  db.transaction(author, async (tx) => {
    const isDone = await writing.handle(tx, sight, asked);
    const thread = await readThread(tx, sight, asked.id);
    if (!isDone) throw new Problem(thread.version === asked.version ? 'wrong-state' : 'record-changed');
    return thread;
  });

export async function openFile(db: Db, sight: Sight, id: string) {
  const file = await threads.findAttachment(db, sight, id);
  const content = file && (await openContent(db, id));
  if (!content) throw new Problem('not-found');
  return { ...file, content };
}
