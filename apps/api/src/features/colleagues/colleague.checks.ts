import { addDays } from '@konnekt/shared/basics/calendar-day';
import type { Rights } from '@konnekt/shared/colleagues/colleague.contract';
import type { Author } from '#api/kit/database';
import { invalidInput } from '#api/kit/problem';
import type { Sight } from '#api/kit/visibility';

export interface Manager {
  sight: Sight;
  author: Author;
}

export const isOver = ({ today }: Sight, { validUntil }: { validUntil: string | null }) =>
  validUntil !== null && validUntil < today;

export function checkDates(
  { today }: Sight,
  { validFrom, validUntil }: { validFrom: string; validUntil: string | null },
): void {
  if (validFrom < today) throw invalidInput([{ pointer: '/validFrom', code: 'in-the-past' }]);
  if (validUntil !== null && validUntil < validFrom)
    throw invalidInput([{ pointer: '/validUntil', code: 'before-start' }]);
}

/** A right can be over from today on: until yesterday is the soonest. */
export function checkEnd(
  { today }: Sight,
  { validFrom }: { validFrom: string },
  { validUntil }: { validUntil: string | null },
): void {
  if (validUntil === null) return;
  const yesterday = addDays(today, -1);
  if (validUntil < yesterday) throw invalidInput([{ pointer: '/validUntil', code: 'before-yesterday' }]);
  if (validUntil > yesterday && validUntil < validFrom)
    throw invalidInput([{ pointer: '/validUntil', code: 'before-start' }]);
}

export function checkRights({ mayApprove, mayRegister, maySeeInvoices, mayManage }: Rights): void {
  if (mayApprove || mayRegister || maySeeInvoices || mayManage) return;
  throw invalidInput([{ pointer: '/mayApprove', code: 'no-right' }]);
}
