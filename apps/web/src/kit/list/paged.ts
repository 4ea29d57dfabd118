import type { RouteKey } from '@konnekt/shared/routes';
import type { Input } from '../../api/client.ts';
import { recordKeys } from '../form/record-keys.ts';
import { listPages } from './pages.ts';

/** What a list may be narrowed down by, but for its pages. */
export type Asked<K extends RouteKey> = Omit<NonNullable<Input<K>['query']>, 'cursor' | 'limit'>;

const pageSize = 100;

/** One list of the office, page by page. While another one loads, the one before stays on screen. */
export const paged = <Page extends { nextCursor: string | null }>(
  of: string,
  query: object,
  ask: (page: { limit: number; cursor: string | undefined }, signal: AbortSignal) => Promise<Page>,
) => listPages(recordKeys.list(of, query), (cursor, signal) => ask({ limit: pageSize, cursor }, signal));
