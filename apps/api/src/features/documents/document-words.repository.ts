import { organisationsCalled, peopleCalled } from '#api/kit/conditions';
import type { Transaction } from '#api/kit/database';
import { joinSql, type Sql, sql } from '#api/kit/sql';

/** Documents with a word in their name, or in that of the person or organisation that they are for: each by its index. */
const documentsWith = (word: string): Sql => sql`
  SELECT x.id FROM document x WHERE search_text(x.name) LIKE ${word}
   UNION ALL
  SELECT x.id FROM document x WHERE x.person_id IN ${peopleCalled(word)}
   UNION ALL
  SELECT x.id FROM document x WHERE x.organisation_id IN ${organisationsCalled(word)}`;

/** For a document `d`: the same, looked at one by one. */
export const hasWord = (word: string): Sql => sql`(search_text(d.name) LIKE ${word}
  OR d.person_id IN ${peopleCalled(word)} OR d.organisation_id IN ${organisationsCalled(word)})`;

/** So many documents with a word are few: they are read by their ids. */
const FEW = 2000;

/**
 * The ids of documents that have every word of which there are few; none where each word is in many. Of a word in everybody's name the newest
 * that hold it are found sooner than all that do.
 */
export async function findFewWith(db: Transaction, words: readonly string[]): Promise<string[] | undefined> {
  const parts = words.map(
    (word) => sql`SELECT ARRAY(SELECT x.id FROM (${documentsWith(word)}) x LIMIT ${FEW + 1}::int)::text[] AS ids`,
  );
  const [first, ...others] = parts;
  if (!first) return undefined;
  const found = await db.query<{ ids: string[] }>(joinSql([first, ...others], ' UNION ALL '), 'once');
  const [fewest, ...rest] = found.filter(({ ids }) => ids.length <= FEW).map(({ ids }) => new Set(ids));
  return fewest && [...fewest].filter((id) => rest.every((ids) => ids.has(id)));
}
