import type { Language } from '../basics/actor.ts';
import { hoursFigure, type SheetColumn } from '../basics/sheet.ts';
import type { RegisterGap, RegisterLine, RegisterRow } from './register.ts';

/** A line of the register, with who and where. */
export interface PlacedLine extends RegisterLine {
  employeeId: string;
  employeeSortName: string;
  organisationName: string;
  functionName: string;
}

const registerGapWords: Record<RegisterGap, Record<Language, string>> = {
  'no-times': { nl: 'Zonder begin- en eindtijd', en: 'Without begin and end' },
  correction: { nl: 'Correctie', en: 'Correction' },
};

/** The columns of the register as a file. Hours of a whole period stand under its first day, with its last day beside it. */
export const registerColumns: readonly SheetColumn<RegisterRow<PlacedLine>>[] = [
  { header: { nl: 'Werknemer', en: 'Employee' }, cell: ({ employeeSortName }) => employeeSortName },
  { header: { nl: 'Organisatie', en: 'Organisation' }, cell: ({ organisationName }) => organisationName },
  { header: { nl: 'Functie', en: 'Function' }, cell: ({ functionName }) => functionName },
  { header: { nl: 'Datum', en: 'Date' }, cell: ({ date, startsOn }) => ({ day: date ?? startsOn }) },
  { header: { nl: 'Tot en met', en: 'Until' }, cell: ({ date, endsOn }) => (date ? null : { day: endsOn }) },
  { header: { nl: 'Begin', en: 'Begin' }, cell: ({ start }) => start },
  { header: { nl: 'Einde', en: 'End' }, cell: ({ end }) => end },
  { header: { nl: 'Pauze in minuten', en: 'Break in minutes' }, cell: ({ breakMinutes }) => breakMinutes },
  { header: { nl: 'Uren gewerkt', en: 'Hours worked' }, cell: ({ minutes }) => hoursFigure(minutes) },
  {
    header: { nl: 'Uren rust ervoor', en: 'Hours of rest before' },
    cell: ({ restMinutes }) => (restMinutes === null ? null : hoursFigure(restMinutes)),
  },
  { header: { nl: 'Opmerking', en: 'Remark' }, cell: ({ gap }, language) => gap && registerGapWords[gap][language] },
];
