import type { ToMany } from '@konnekt/shared/messages/message.schema';
import type { Author, Db } from '#api/kit/database';
import { invalidInput, Problem } from '#api/kit/problem';
import type { Sight } from '#api/kit/visibility';
import { holdFiles } from './message.service.ts';
import { refuseAmended } from './sent-before.ts';
import { findSentToMany, writeToMany } from './to-many.repository.ts';

/** Writes to as many as were shown, each in a thread of their own. Sent again, it answers what became of it; sent again otherwise, it is refused. */
export const sendToMany = (db: Db, sight: Sight, author: Author, asked: ToMany): Promise<{ total: number }> =>
  db.transaction(
    author,
    async (tx) => {
      const sent = await findSentToMany(tx, asked);
      if (sent) {
        if (sent.byId !== author.personId) throw invalidInput([{ pointer: '/id', code: 'duplicate' }]);
        refuseAmended(sent, asked, sent.title === asked.title && sent.isForSame);
        return { total: sent.total };
      }
      await holdFiles(tx, author, asked.fileIds);
      if (!(await writeToMany(tx, sight, author, asked))) throw new Problem('receivers-changed');
      return { total: asked.total };
    },
    { isLong: true },
  );
