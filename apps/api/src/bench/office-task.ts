export type Ask = (
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: object,
) => Promise<{ body: string; bytes: number }>;

/** What is measured: `run` prepares the n-th time and answers the request that is timed. */
export interface OfficeTask {
  name: string;
  times: number;
  /** The least SQL for the same, measured beside it. */
  bare?: string;
  run(n: number): Promise<() => ReturnType<Ask>>;
}
