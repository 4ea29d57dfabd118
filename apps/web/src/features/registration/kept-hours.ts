import type { RegistrationRow } from '@konnekt/shared/registration/registration.contract';
import { isOpenForEntry } from '@konnekt/shared/worksheets/worksheet.status';
import type { PeriodName } from '../../i18n/format.ts';
import { readDraft } from '../hours/parts/kept-draft.ts';

export const keptHoursName = (
  placementId: string,
  { type, year, number }: Pick<PeriodName, 'type' | 'year' | 'number'>,
  part = 'whole',
): string => ['register', placementId, type, year, number, ...(part === 'whole' ? [] : [part])].join('.');

/** Are hours kept on this device for somebody: for the worksheet, to be added to it, or for added hours that came back? */
export const hasKeptHours = (accountId: string, row: RegistrationRow, period: Parameters<typeof keptHoursName>[1]) =>
  ['whole', 'more', ...row.supplements.filter(({ status }) => isOpenForEntry(status)).map(({ id }) => id)].some(
    (part) => readDraft(accountId, keptHoursName(row.placement.id, period, part)) !== undefined,
  );
