import type { RegistrationRow, RegistrationSheet } from '@konnekt/shared/registration/registration.contract';
import { isOpenForEntry } from '@konnekt/shared/worksheets/worksheet.status';
import type { PeriodName } from '../../i18n/format.ts';
import { baseOf, type KeptDraft, keepDraft, readDraft } from '../hours/parts/kept-draft.ts';
import type { TypedSheet } from '../hours/parts/sheet.ts';

export const keptHoursName = (
  placementId: string,
  { type, year, number }: Pick<PeriodName, 'type' | 'year' | 'number'>,
  part = 'whole',
): string => ['register', placementId, type, year, number, ...(part === 'whole' ? [] : [part])].join('.');

/** Keeps typed hours on the device, or removes them. Answers whether the device did. */
export function keepHours(accountId: string, name: string, hours: KeptDraft | undefined): boolean {
  const isKept = keepDraft(accountId, name, hours);
  if (isKept || hours === undefined) unkept.delete(name);
  else unkept.add(name);
  return isKept;
}

/** Are hours kept on this device for somebody: for the worksheet, to be added to it, or for added hours that came back? */
export const hasKeptHours = (accountId: string, row: RegistrationRow, period: Parameters<typeof keptHoursName>[1]) =>
  ['whole', 'more', ...row.supplements.filter(({ status }) => isOpenForEntry(status)).map(({ id }) => id)].some(
    (part) => readDraft(accountId, keptHoursName(row.placement.id, period, part)) !== undefined,
  );

/** Typed hours that only the screen holds: the device could not keep them. */
export const unkept = new Set<string>();

/** Hours typed on what is stored now, or on nothing. */
export const draftOn = (sheet: TypedSheet, worksheet: RegistrationSheet | null): KeptDraft => ({
  form: 1,
  sheet,
  basedOn: baseOf(worksheet),
  tried: null,
});
