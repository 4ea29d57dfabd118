import { longest, mostPlannedMinutes } from '../../basics/text-rules.ts';
import * as figure from '../figure-cells.ts';
import * as cell from '../import-cells.ts';
import type { ImportColumn } from '../import-column.ts';
import {
  costCentres,
  line,
  notes,
  orders,
  organisationNumber,
  personnelNumber,
  placementNumbers,
  reference,
  settings,
} from './shared-columns.ts';

/** A row is one employee at one organisation, by the number of the placement. */
export const placementColumns: ImportColumn[] = [
  {
    field: 'number',
    nl: 'Nummer',
    en: 'Number',
    also: ['Nr.', 'Plaatsingsnummer', 'Placement number', ...placementNumbers],
    kind: cell.text(longest.recordNumber),
    isRequired: true,
    isKey: true,
  },
  personnelNumber,
  organisationNumber,
  {
    field: 'functionName',
    nl: 'Functie',
    en: 'Function',
    also: ['Functienaam', 'Job', 'Job title', 'Position'],
    kind: cell.text(longest.functionName),
    isRequired: true,
  },
  {
    field: 'startsOn',
    nl: 'Van',
    en: 'From',
    also: ['Begindatum', 'Startdatum', 'Ingangsdatum', 'Vanaf', 'Start date'],
    kind: cell.day,
    isRequired: true,
  },
  {
    field: 'endsOn',
    nl: 'Tot en met',
    en: 'Until',
    also: ['Einddatum', 'T/m', 'End date'],
    kind: cell.day,
    isClearable: true,
  },
  {
    field: 'basis',
    nl: 'Basis',
    en: 'Basis',
    kind: cell.choice({
      flexible: {
        nl: 'flexibel',
        en: 'flexible',
        also: ['flexibel: stuurt urenbriefjes in', 'flexible: sends worksheets'],
      },
      fixed: { nl: 'vast', en: 'fixed', also: ['vast: stuurt geen urenbriefjes in', 'fixed: sends no worksheets'] },
    }),
  },
  {
    field: 'plannedMinutes',
    nl: 'Uren per week',
    en: 'Hours per week',
    also: ['Uren p/w', 'Contracturen', 'Weekuren', 'Weekly hours'],
    kind: figure.hours(mostPlannedMinutes),
    isRequired: true,
  },
  ...settings,
  {
    field: 'budgetNumber',
    nl: 'Budgetnummer',
    en: 'Budget number',
    kind: cell.text(longest.budgetNumber),
    isClearable: true,
  },
  reference('costCentre', 'Kostenplaats', 'Cost centre', costCentres),
  reference('orderNumber', 'Inkooporder', 'Purchase order', orders),
  line('project', 'Project', 'Project', longest.project, ['Projectnummer', 'Projectnr.', 'Project number']),
  line('phase', 'Fase', 'Phase', longest.phase, ['Cao-fase', 'Fase cao', 'Fase ABU', 'Fase NBBU']),
  notes,
];
