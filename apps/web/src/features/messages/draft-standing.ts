import { longest } from '@konnekt/shared/basics/text-rules';
import type { KeptMessageDraft } from '@konnekt/shared/messages/message.schema';

/** What the device keeps of a draft, and whether the server has not had it: one that says nothing was sent or forgotten. */
export interface DeviceDraft extends KeptMessageDraft {
  isUnsaved: boolean;
}

export const nothingTyped: KeptMessageDraft = { title: '', body: '', files: [] };

export function isSameDraft(one: KeptMessageDraft | undefined, other: KeptMessageDraft | undefined): boolean {
  const [a, b] = [one ?? nothingTyped, other ?? nothingTyped];
  const isSameFile = (file: { id: string }, at: number) => file.id === b.files[at]?.id;
  return a.title === b.title && a.body === b.body && a.files.length === b.files.length && a.files.every(isSameFile);
}

/** What stands in the fields: what the server has not had, else what the server has, which other devices write to, else what was kept of that. */
export const standingDraft = (kept: DeviceDraft | undefined, stored: KeptMessageDraft | undefined): KeptMessageDraft =>
  (kept?.isUnsaved ? kept : (stored ?? kept)) ?? nothingTyped;

/** What the device keeps when the server has something: nothing where there is nothing. What is longer than the server keeps stays unsaved. */
export function afterSaved(kept: DeviceDraft | undefined, stored: KeptMessageDraft): DeviceDraft | undefined {
  const isWhole = stored.body.length <= 2 * longest.message;
  if (kept?.isUnsaved && !(isWhole && isSameDraft(kept, stored))) return kept;
  const { title, body, files } = stored;
  return isSameDraft(stored, nothingTyped) ? undefined : { title, body, files, isUnsaved: false };
}

/**
 * Whether a tab goes along with what another tab of this browser made of a draft: only what this one alone holds is not given up for it.
 * `before` is what the other one changed, `now` what it made of it.
 */
export const goesAlong = (
  mine: DeviceDraft | undefined,
  now: DeviceDraft | undefined,
  before?: DeviceDraft | undefined,
): boolean => !mine?.isUnsaved || isSameDraft(mine, now) || (before !== undefined && isSameDraft(mine, before));
