import type { z } from 'zod';
import type { Role } from './actor.ts';

/** Who may call a route at all. What they see or may do there is decided per object. */
export type Access = 'public' | 'signed-in' | readonly Role[];

/** For the agency's people only. */
export const office = ['staff', 'admin'] as const satisfies Access;

/**
 * One address of the API as data. Its key in a table of routes is `'METHOD /path/:param'`, so the key alone is enough
 * to call it: the browser imports these tables as types only and carries no schemas.
 */
export interface Route {
  access: Access;
  /** One line for the API page. */
  summary: string;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** The answer; none is an empty 204. */
  response?: z.ZodType;
  /** Takes one file (multipart/form-data) instead of JSON. */
  takesFile?: true;
  /** Answers a file instead of JSON; the handler names its kind. */
  answersFile?: true;
  /** Answers server-sent events, for as long as both sides like. */
  answersEvents?: true;
  /** 200 where not given (204 without a response). */
  status?: 200 | 201;
  /** Largest body in bytes, where the usual one is too small. */
  bodyLimit?: number;
}

export type Routes = Record<string, Route>;

/** What a caller hands over: params, query and body, each where the route has one (before parsing). */
export type RouteInput<R extends Route> = (R['params'] extends z.ZodType
  ? { params: z.input<R['params']> }
  : { params?: undefined }) &
  (R['query'] extends z.ZodType ? { query?: z.input<R['query']> } : { query?: undefined }) &
  (R['body'] extends z.ZodType ? { body: z.input<R['body']> } : { body?: undefined }) &
  (R['takesFile'] extends true ? { file: NamedFile } : { file?: undefined });

/** A file as browsers hand it over. */
interface NamedFile {
  readonly name: string;
  readonly size: number;
}

/** What a caller gets back. */
export type RouteOutput<R extends Route> = R['response'] extends z.ZodType
  ? z.output<R['response']>
  : R['answersFile'] extends true
    ? Uint8Array
    : undefined;
