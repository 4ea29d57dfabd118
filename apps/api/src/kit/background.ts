import type { WorkName } from '@konnekt/shared/background/background.words';

/** A sentence of ours where something failed without an error: a process that is gone. */
export class WorkFailed extends Error {}

/**
 * The one way to do work outside a request. What is done by it is logged with how long it took, is waited for when the server
 * stops, and where it fails is seen by the office. `subject` says what it is about, for people: the name of a file.
 */
export interface Background {
  /** Does work that nobody waits for, once the answer has gone, so that its time tells nothing. */
  run(work: WorkName, task: () => Promise<void>, subject?: string): void;
  /** The same for who has to know how it ended: a job that is tried again. Throws what the work throws. */
  perform(work: WorkName, task: () => Promise<void>, subject?: string): Promise<void>;
  /** Tells of a failure of work that was not done here. */
  tell(work: WorkName, error: unknown, subject?: string, tookMs?: number): Promise<void>;
  /** Until all that is under way is done. */
  finished(): Promise<void>;
}
