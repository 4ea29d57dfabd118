import { longest } from '../../basics/text-rules.ts';
import * as cell from '../import-cells.ts';
import type { ImportColumn } from '../import-column.ts';
import {
  address,
  country,
  language,
  mailed,
  name,
  notes,
  personnelNumbers,
  phone,
  userName,
} from './shared-columns.ts';

/** A row is somebody who works for the agency, by the personnel number. */
export const employeeColumns: ImportColumn[] = [
  {
    field: 'personnelNumber',
    nl: 'Personeelsnummer',
    en: 'Personnel number',
    also: personnelNumbers,
    kind: cell.text(longest.recordNumber),
    isRequired: true,
    isKey: true,
  },
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
  {
    field: 'city',
    nl: 'Plaats',
    en: 'City',
    also: ['Woonplaats', 'Stad', 'Town'],
    kind: cell.text(longest.city),
    isClearable: true,
  },
  country,
  notes,
];
