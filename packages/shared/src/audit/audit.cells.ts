import type { Language } from '../basics/actor.ts';
import { calendarDayAt, isCalendarDay } from '../basics/calendar-day.ts';
import { localTimeAt } from '../basics/local-time.ts';
import { hoursFigure, type SheetCell } from '../basics/sheet.ts';
import { yesOrNo } from '../basics/sheet-cells.ts';
import type { AuditEvent, AuditList } from './audit.contract.ts';
import { auditFieldNames as englishNames } from './audit.fields.en.ts';
import { auditFieldNames as dutchNames } from './audit.fields.nl.ts';
import { auditFields, erased, isAuditField } from './audit.fields.ts';
import { auditWords as english } from './audit.words.en.ts';
import { auditWords as dutch } from './audit.words.nl.ts';

export const auditWordsOf: Record<Language, typeof english> = { nl: dutch, en: english };
export const auditNamesOf: Record<Language, typeof englishNames> = { nl: dutchNames, en: englishNames };

type Change = AuditEvent['changes'][number];

/** What the log calls a value of a field; nothing for one that is older than the words of today. */
export function wordOf(language: Language, field: string, value: string): string | undefined {
  const words = auditWordsOf[language].word as Record<string, Record<string, string> | undefined>;
  return words[field]?.[value];
}

/** What a field was before or after, in a file: money in euros, time in hours, shares in per cent. */
export function changeCell(
  change: Change | undefined,
  side: 'before' | 'after',
  names: AuditList['names'],
  language: Language,
): SheetCell {
  const value = change?.[side] ?? null;
  if (!change || value === null || value === '') return null;
  const { field } = change;
  const kind = isAuditField(field) ? auditFields[field] : 'text';
  const { secret, erased: wasErased, gone } = auditWordsOf[language];
  if (kind === 'secret') return secret;
  if (value === erased) return wasErased;
  const text = String(value);
  switch (kind) {
    case 'day':
      return isCalendarDay(text) ? { day: text } : text;
    case 'moment':
      return Number.isNaN(Date.parse(text)) ? text : `${calendarDayAt(text)} ${localTimeAt(text)}`;
    case 'cents':
    case 'share':
      return Number(value) / 100;
    case 'minutes':
      return hoursFigure(Number(value));
    case 'weekday':
      return weekdayName(Number(value), language);
    case 'yes-no':
      return yesOrNo(value === true, language);
    case 'record':
      return names[text]?.[language] ?? gone;
    case 'words':
      return (JSON.parse(text) as string[]).map((one) => wordOf(language, field, one) ?? one).join(', ');
    case 'word':
      return wordOf(language, field, text) ?? text;
    default:
      return typeof value === 'number' ? value : text;
  }
}

/** 1 is Monday. */
const weekdayName = (weekday: number, language: Language): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday));
