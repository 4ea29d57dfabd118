import { Prisma } from '#api/generated/prisma/client';

/** A statement and its values apart: what a person typed is never part of the text. */
export const sql = Prisma.sql;
export const joinSql = Prisma.join;
export const noSql = Prisma.empty;
export type Sql = Prisma.Sql;
/** Text of ours as SQL: names of columns and tables. Never what a person typed. */
export const rawSql = Prisma.raw;

/** Constants of ours as SQL text, so that the planner knows how rare they are. Never for what a person typed. */
export const constantsSql = (words: readonly string[]): Sql =>
  Prisma.raw(words.map((word) => `'${word.replaceAll("'", "''")}'`).join(', '));
