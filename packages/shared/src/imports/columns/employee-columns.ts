import * as cell from '../import-cells.ts';
import type { ImportColumn } from '../import-column.ts';
import {
  address,
  city,
  country,
  language,
  mailed,
  name,
  notes,
  personnelNumber,
  phone,
  userName,
} from './shared-columns.ts';

/** A row is somebody who works for the agency, by the personnel number. */
export const employeeColumns: ImportColumn[] = [
  { ...personnelNumber, isKey: true },
  ...name,
  { field: 'email', nl: 'E-mail', en: 'E-mail', also: mailed, kind: cell.email },
  { field: 'language', nl: 'Taal', en: 'Language', kind: language },
  userName,
  phone,
  {
    field: 'birthDate',
    nl: 'Geboortedatum',
    en: 'Birth date',
    also: ['Geb.datum', 'Geboren', 'Geboren op', 'Date of birth', 'DOB'],
    kind: cell.day,
    isClearable: true,
  },
  ...address,
  { ...city, isClearable: true },
  country,
  notes,
];
