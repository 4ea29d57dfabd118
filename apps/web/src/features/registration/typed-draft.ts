import type { RegistrationSheet } from '@konnekt/shared/registration/registration.contract';
import type { HourLineInput } from '@konnekt/shared/worksheets/worksheet.schema';
import { isOpenForEntry } from '@konnekt/shared/worksheets/worksheet.status';
import { keep, readKept } from '../../app/account-storage.ts';
import type { PeriodName } from '../../i18n/format.ts';
import { saysTheSame, type TypedHours } from './typed-hours.ts';

/** Hours that were typed and not saved, as this device keeps them: bound to the account, gone at log-out, no names. */
export interface KeptHours {
  form: 1;
  typed: TypedHours;
  /** What was stored when they began; null when nothing was. */
  basedOn: { id: string; version: number } | null;
  /** Added hours that were tried: the id they were sent under, so that they are never counted twice. */
  partId?: string | undefined;
}

/** How typed hours stand to what is stored now. */
export type Standing = 'mine' | 'same' | 'changed' | 'sent';

export const keptHoursName = (
  placementId: string,
  { type, year, number }: Pick<PeriodName, 'type' | 'year' | 'number'>,
  part = 'whole',
): string => ['register', placementId, type, year, number, ...(part === 'whole' ? [] : [part])].join('.');

export function readHours(accountId: string, name: string): KeptHours | undefined {
  const kept = readKept<Partial<KeptHours>>(localStorage, accountId, name);
  return kept?.form === 1 && kept.typed ? (kept as KeptHours) : undefined; // `form` says that it is whole
}

/** Keeps typed hours on the device, or removes them. Answers whether the device did. */
export function keepHours(accountId: string, name: string, hours: KeptHours | undefined): boolean {
  const isKept = keep(localStorage, accountId, name, hours);
  if (isKept || hours === undefined) unkept.delete(name);
  else unkept.add(name);
  return isKept;
}

/** Typed hours that only the screen holds: the device could not keep them. */
export const unkept = new Set<string>();

export const baseOf = (worksheet: RegistrationSheet | null): KeptHours['basedOn'] =>
  worksheet && { id: worksheet.id, version: worksheet.version };

/** Typed on what is stored now; or saying the same; or somebody saved or sent something else meanwhile. */
export function standingOf(
  kept: Pick<KeptHours, 'basedOn'>,
  read: { lines: HourLineInput[]; remark: string | null },
  worksheet: RegistrationSheet | null,
): Standing {
  if (!worksheet) return 'mine';
  if (saysTheSame(read, worksheet)) return 'same';
  if (!isOpenForEntry(worksheet.status)) return 'sent';
  return kept.basedOn?.id === worksheet.id && kept.basedOn.version === worksheet.version ? 'mine' : 'changed';
}
