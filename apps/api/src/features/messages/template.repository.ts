import type { AnswerTemplate, SaveTemplate } from '@konnekt/shared/messages/message.schema';
import { bounds } from '#api/kit/bounds';
import type { Transaction } from '#api/kit/database';
import { sql } from '#api/kit/sql';

const columns = sql`id, version, name, body_nl AS "bodyNl", body_en AS "bodyEn"`;

export const listTemplates = (db: Transaction): Promise<AnswerTemplate[]> =>
  db.query<AnswerTemplate>(sql`SELECT ${columns} FROM answer_template ORDER BY lower(name), id`);

export async function findTemplate(db: Transaction, id: string) {
  const [found] = await db.query<AnswerTemplate>(sql`SELECT ${columns} FROM answer_template WHERE id = ${id}::uuid`);
  return found;
}

/** Nothing where as many are there as there may be. */
export async function insertTemplate(tx: Transaction, { name, bodyNl, bodyEn }: SaveTemplate) {
  const [made] = await tx.query<AnswerTemplate>(sql`
    INSERT INTO answer_template (name, body_nl, body_en) SELECT ${name}, ${bodyNl}, ${bodyEn}
     WHERE (SELECT count(*) FROM answer_template) < ${bounds.answerTemplates}::int RETURNING ${columns}`);
  return made;
}

export async function updateTemplate(tx: Transaction, id: string, version: number, template: SaveTemplate) {
  const [changed] = await tx.query<AnswerTemplate>(sql`
    UPDATE answer_template SET name = ${template.name}, body_nl = ${template.bodyNl}, body_en = ${template.bodyEn}, version = version + 1
     WHERE id = ${id}::uuid AND version = ${version}::int RETURNING ${columns}`);
  return changed;
}

export async function deleteTemplate(tx: Transaction, id: string, version: number): Promise<boolean> {
  const gone = await tx.query(
    sql`DELETE FROM answer_template WHERE id = ${id}::uuid AND version = ${version}::int RETURNING id`,
  );
  return gone.length > 0;
}
