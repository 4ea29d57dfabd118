import type { Language } from '../basics/actor.ts';
import { hoursFigure, type SheetColumn } from '../basics/sheet.ts';
import type { HourKind } from '../hour-types/hour-type.schema.ts';
import type { HourUnit } from '../hour-types/hour-type.words.ts';
import type { WorksheetStatus } from './worksheet.status.ts';
import type { WorksheetRow } from './worksheet-list.schema.ts';

type Words<Key extends string> = Record<Key, Record<Language, string>>;

const kinds: Words<HourKind> = {
  normal: { nl: 'Normaal', en: 'Normal' },
  overtime: { nl: 'Overuren', en: 'Overtime' },
  irregular: { nl: 'Onregelmatig', en: 'Irregular' },
  travel: { nl: 'Reisuren', en: 'Travel' },
  leave: { nl: 'Verlof', en: 'Leave' },
  sick: { nl: 'Ziek', en: 'Sick' },
  holiday: { nl: 'Feestdag', en: 'Holiday' },
  other: { nl: 'Overig', en: 'Other' },
};
/** What is no time, beside the hours: surcharge in hours, money in euros. */
const quantities: Words<Exclude<HourUnit, 'hours'>> = {
  surcharge: { nl: 'Toeslaguren', en: 'Surcharge hours' },
  kilometres: { nl: 'Kilometers', en: 'Kilometres' },
  euros: { nl: 'Onkosten in euro’s', en: 'Expenses in euros' },
  pieces: { nl: 'Stuks', en: 'Pieces' },
};
export const worksheetStatusWords: Words<WorksheetStatus> = {
  draft: { nl: 'Nog niet verstuurd', en: 'Not sent yet' },
  submitted: { nl: 'Wacht op goedkeuring', en: 'Waiting for approval' },
  declined: { nl: 'Afgekeurd', en: 'Declined' },
  approved: { nl: 'Goedgekeurd', en: 'Approved' },
  finalised: { nl: 'Definitief', en: 'Final' },
};
const worksheetKinds: Words<WorksheetRow['kind']> = {
  regular: { nl: 'Urenbriefje', en: 'Worksheet' },
  supplement: { nl: 'Toegevoegde uren', en: 'Added hours' },
  correction: { nl: 'Correctie', en: 'Correction' },
};
const periodLetters: Record<WorksheetRow['period']['type'], string> = { week: 'W', 'four-weeks': 'P', month: 'M' };

/** A period in a file: 2026-W47. */
export const periodName = ({ type, year, number }: Pick<WorksheetRow['period'], 'type' | 'year' | 'number'>): string =>
  `${year}-${periodLetters[type]}${String(number).padStart(2, '0')}`;

/** The columns of a file of worksheets, hours as figures of hours; what is no time behind them, each in its unit. */
export const worksheetColumns: readonly SheetColumn<WorksheetRow>[] = [
  { header: { nl: 'Nummer', en: 'Number' }, cell: ({ reference }) => reference },
  { header: { nl: 'Werknemer', en: 'Employee' }, cell: ({ employeeSortName }) => employeeSortName },
  { header: { nl: 'Functie', en: 'Function' }, cell: ({ functionName }) => functionName },
  { header: { nl: 'Organisatie', en: 'Organisation' }, cell: ({ organisationName }) => organisationName },
  {
    header: { nl: 'Periode', en: 'Period' },
    cell: ({ period }) => periodName(period),
  },
  { header: { nl: 'Van', en: 'From' }, cell: ({ period }) => ({ day: period.startsOn }) },
  { header: { nl: 'Tot en met', en: 'Until' }, cell: ({ period }) => ({ day: period.endsOn }) },
  { header: { nl: 'Soort', en: 'Kind' }, cell: ({ kind }, language) => worksheetKinds[kind][language] },
  {
    header: { nl: 'Status', en: 'Status' },
    cell: ({ status }, language) => status && worksheetStatusWords[status][language],
  },
  ...(Object.keys(kinds) as HourKind[]).map((kind) => ({
    header: kinds[kind],
    cell: ({ minutesByKind }: WorksheetRow) => hoursFigure(minutesByKind[kind] ?? 0),
  })),
  { header: { nl: 'Uren gewerkt', en: 'Hours worked' }, cell: ({ workedMinutes }) => hoursFigure(workedMinutes) },
  { header: { nl: 'Uren totaal', en: 'Total hours' }, cell: ({ totalMinutes }) => hoursFigure(totalMinutes) },
  { header: { nl: 'Uren gepland', en: 'Planned hours' }, cell: ({ plannedMinutes }) => hoursFigure(plannedMinutes) },
  ...(Object.keys(quantities) as (keyof typeof quantities)[]).map((unit) => ({
    header: quantities[unit],
    cell: ({ quantities: held }: WorksheetRow) =>
      unit === 'surcharge' ? hoursFigure(held[unit] ?? 0) : (held[unit] ?? 0) / 100,
  })),
];
