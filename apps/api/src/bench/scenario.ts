import type { LeanTask } from './lean-sql.ts';
import type { Work } from './task.ts';

interface Request {
  method: string;
  path: string;
  body?: object;
}

/** One measured task: how our API is asked for it, and the lean SQL of the same work. */
export interface Scenario {
  name: string;
  /** How many worksheets one request is about. */
  perRequest: number;
  /** How many requests a run has, with 1 and with 16 clients. */
  requests: Record<1 | 16, number>;
  /** Whether it changes worksheets: what a run changed is put back. */
  writes: boolean;
  /** Which worksheets serve: how many weeks back from the newest, and the state they are put in. */
  weeks: [from: number, until: number];
  status: 'draft' | 'submitted';
  accounts: 'supervisor' | 'region' | 'employee' | 'registrar' | 'national';
  request(work: Work): Request;
  lean: LeanTask;
  /** The answer must look like this, or the run is void. */
  isGood(body: string): boolean;
  /** Hashing passwords is most of the work and none of it is SQL: only measured over HTTP. */
  hashesPassword?: true;
  aims?: Aims;
  /** In the database with ten times the data. */
  inTenTimes?: true;
}

/** Shares of throughput, with 16 clients. docs/performance.md says where they come from. */
interface Aims {
  ourSqlOfLean?: number;
  productOfBare?: number;
  productOfLean?: number;
  /** Of our own throughput at another task of this run, with as many clients. Without a share it is only told. */
  ofTask?: { name: string; share?: number };
}
