import { type Sql, sql } from './sql.ts';

/** The next number of a client or a placement that nobody typed already; every number tried is used up. */
export const nextFreeNumber = (table: 'organisation' | 'placement'): Sql =>
  table === 'organisation'
    ? sql`(SELECT n FROM (SELECT nextval('organisation_number_seq')::text AS n FROM generate_series(1, 10000)) tried
        WHERE NOT EXISTS (SELECT FROM organisation WHERE key_form(number) = tried.n) LIMIT 1)`
    : sql`(SELECT n FROM (SELECT nextval('placement_number_seq')::text AS n FROM generate_series(1, 10000)) tried
        WHERE NOT EXISTS (SELECT FROM placement WHERE key_form(number) = tried.n) LIMIT 1)`;
