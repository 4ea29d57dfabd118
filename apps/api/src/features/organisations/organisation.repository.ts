import type { Answer } from '@konnekt/shared/routes';
import type { Db } from '#api/kit/database';
import { type AskedPage, contains, keysetList } from '#api/kit/keyset-list';
import { sql } from '#api/kit/sql';
import { organisationInSight, type Sight } from '#api/kit/visibility';

export function listOrganisations(db: Db, sight: Sight, page: AskedPage): Promise<Answer<'GET /api/organisations'>> {
  const matching = sql`FROM organisation o WHERE ${organisationInSight(sight)} ${contains(page.q, sql`o.name`)}`;
  return keysetList(db, {
    columns: sql`o.id, o.name, o.city`,
    matching,
    key: { column: sql`o.name` },
    id: sql`o.id`,
    page,
  });
}
