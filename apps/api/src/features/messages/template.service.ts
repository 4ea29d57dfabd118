import type { AnswerTemplate, SaveTemplate } from '@konnekt/shared/messages/message.schema';
import type { Author, Db } from '#api/kit/database';
import { Problem } from '#api/kit/problem';
import { atFields, changedSince } from '#api/kit/records';
import * as templates from './template.repository.ts';

const fields = { answer_template_name_key: { pointer: '/name', code: 'taken' } };

export const addTemplate = (db: Db, author: Author, template: SaveTemplate): Promise<AnswerTemplate> =>
  db.transaction(author, async (tx) => {
    const made = await atFields(fields, () => templates.insertTemplate(tx, template));
    if (!made) throw new Problem('list-full');
    return made;
  });

export const changeTemplate = (
  db: Db,
  author: Author,
  id: string,
  { version, ...template }: SaveTemplate & { version: number },
): Promise<AnswerTemplate> =>
  db.transaction(author, async (tx) => {
    const changed = await atFields(fields, () => templates.updateTemplate(tx, id, version, template));
    if (!changed) throw await changedSince(tx, id, await templates.findTemplate(tx, id));
    return changed;
  });

export const removeTemplate = (db: Db, author: Author, id: string, version: number): Promise<void> =>
  db.transaction(author, async (tx) => {
    if (!(await templates.deleteTemplate(tx, id, version)))
      throw await changedSince(tx, id, await templates.findTemplate(tx, id));
  });
