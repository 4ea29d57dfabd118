import type { Me } from '@konnekt/shared/accounts/account.schema';
import { isOffice } from '@konnekt/shared/basics/actor';
import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { isOpenForEntry } from '@konnekt/shared/worksheets/worksheet.status';
import { paths } from '../../kit/address/paths.ts';

export type HourEntry = ReturnType<typeof hourEntryOf>;

/** Where the reader types the hours of a worksheet, and what of them: those that are not sent yet, or more of them. */
export function hourEntryOf(worksheet: Worksheet, me: Me) {
  const { filledBy, kind, status, allowed } = worksheet;
  const registers = filledBy === 'supervisor' && me.mayRegister && !isOffice(me);
  return {
    to: entryOf(worksheet, registers),
    canGoOn: isOpenForEntry(status) && (registers ? kind === 'regular' : allowed.includes('save')),
    canAdd: kind === 'regular' && allowed.includes('add-hours'),
  };
}

/** Where its hours are typed: by who registers them, or in the week itself. */
function entryOf({ id, kind, placement, period }: Worksheet, registers: boolean): string {
  if (registers) return paths.registerFor(placement.id, { period });
  return kind === 'regular'
    ? paths.week(placement.id, period.year, period.number)
    : paths.weekPart(placement.id, period.year, period.number, id);
}
