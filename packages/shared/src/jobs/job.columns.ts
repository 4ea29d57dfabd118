import type { Language } from '../basics/actor.ts';
import { hoursFigure, type SheetColumn } from '../basics/sheet.ts';
import type { HourUnit } from '../hour-types/hour-type.words.ts';
import { periodName, worksheetStatusWords } from '../worksheets/worksheet.columns.ts';
import type { JobHours } from './job.schema.ts';

const units: Record<HourUnit, Record<Language, string>> = {
  hours: { nl: 'uur', en: 'hours' },
  surcharge: { nl: 'uur toeslag', en: 'hours of surcharge' },
  kilometres: { nl: 'km', en: 'km' },
  euros: { nl: 'euro', en: 'euros' },
  pieces: { nl: 'stuks', en: 'pieces' },
};

/** The columns of a file of hours by job: what is counted stands in its unit, hours as figures of hours. */
export const jobColumns: readonly SheetColumn<JobHours>[] = [
  { header: { nl: 'Werknemer', en: 'Employee' }, cell: ({ employeeSortName }) => employeeSortName },
  { header: { nl: 'Functie', en: 'Function' }, cell: ({ functionName }) => functionName },
  { header: { nl: 'Organisatie', en: 'Organisation' }, cell: ({ organisationName }) => organisationName },
  { header: { nl: 'Periode', en: 'Period' }, cell: ({ period }) => periodName(period) },
  { header: { nl: 'Van', en: 'From' }, cell: ({ period }) => ({ day: period.startsOn }) },
  { header: { nl: 'Tot en met', en: 'Until' }, cell: ({ period }) => ({ day: period.endsOn }) },
  {
    header: { nl: 'Uursoort', en: 'Hour type' },
    cell: ({ hourTypeNl, hourTypeEn }, language) => (language === 'nl' ? hourTypeNl : hourTypeEn),
  },
  { header: { nl: 'Aantal', en: 'Quantity' }, cell: quantityOf },
  { header: { nl: 'Eenheid', en: 'Unit' }, cell: ({ unit }, language) => units[unit][language] },
  { header: { nl: 'Status', en: 'Status' }, cell: ({ status }, language) => worksheetStatusWords[status][language] },
];

function quantityOf({ unit, minutes, quantity }: JobHours): number {
  if (unit === 'hours') return hoursFigure(minutes);
  return unit === 'surcharge' ? hoursFigure(quantity) : quantity / 100;
}
