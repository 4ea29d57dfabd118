import { mostRateCents } from '../../basics/text-rules.ts';
import * as figure from '../figure-cells.ts';
import * as cell from '../import-cells.ts';
import type { ImportColumn } from '../import-column.ts';
import { hourType, placementNumber } from './shared-columns.ts';

/** A row is a rate: of a placement and an hour type, from a day on. Or of all hour types: `Loon N100`, `Tarief N100`, … */
export const rateColumns: ImportColumn[] = [
  placementNumber,
  hourType,
  {
    field: 'validFrom',
    nl: 'Vanaf',
    en: 'From',
    also: ['Ingangsdatum', 'Van', 'Geldig vanaf', 'Valid from', 'Start date'],
    kind: cell.day,
    isRequired: true,
    isKey: true,
  },
  {
    field: 'payCents',
    nl: 'Loon',
    en: 'Wage',
    also: ['Uurloon', 'Bruto uurloon', 'Bruto loon', 'Loon per uur', 'Hourly wage', 'Pay rate'],
    kind: figure.amount(mostRateCents),
    isRequired: true,
    isPerHourType: true,
  },
  {
    field: 'billCents',
    nl: 'Tarief',
    en: 'Rate',
    also: ['Uurtarief', 'Inleentarief', 'Verkooptarief', 'Tarief per uur', 'Bill rate', 'Hourly rate'],
    kind: figure.amount(mostRateCents),
    isRequired: true,
    isPerHourType: true,
  },
];
