import type { Registered, RegistrationRow } from '@konnekt/shared/registration/registration.contract';
import { typedSince } from '../hours/parts/draft.ts';
import { type KeptDraft, readDraft } from '../hours/parts/kept-draft.ts';
import type { Content, TypedSheet } from '../hours/parts/sheet.ts';
import { keptHoursName } from './kept-hours.ts';

/** What is left of rows once they are stored, by placement. */
export const rowsTypedSince = (
  now: Readonly<Record<string, KeptDraft | undefined>>,
  done: Registered['done'],
  sent: readonly { row: RegistrationRow; typed: TypedSheet; read: Content }[],
): Record<string, KeptDraft> =>
  Object.fromEntries(
    done.flatMap((stored) => {
      const before = sent.find(({ row }) => row.placement.id === stored.placementId);
      const since = before && typedSince(now[stored.placementId], before.typed, stored, before.read);
      return since ? [[stored.placementId, since]] : [];
    }),
  );

/** What the device keeps for the worksheets of these rows, by placement. */
export const keptRows = (
  accountId: string,
  rows: readonly RegistrationRow[],
  period: Parameters<typeof keptHoursName>[1],
): Record<string, KeptDraft> =>
  Object.fromEntries(
    rows.flatMap(({ placement }) => {
      const kept = readDraft(accountId, keptHoursName(placement.id, period));
      return kept ? [[placement.id, kept]] : [];
    }),
  );
