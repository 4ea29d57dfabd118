import * as cell from '../import-cells.ts';
import type { ImportColumn } from '../import-column.ts';
import { language, mailed, name, organisationNumber, phone, userName } from './shared-columns.ts';

/** A row is a right: who, where, from when. */
export const supervisorColumns: ImportColumn[] = [
  { field: 'email', nl: 'E-mail', en: 'E-mail', also: mailed, kind: cell.email, isRequired: true, isKey: true },
  ...name,
  { field: 'language', nl: 'Taal', en: 'Language', kind: language },
  userName,
  phone,
  { ...organisationNumber, isKey: true },
  {
    field: 'mayApprove',
    nl: 'Goedkeuren',
    en: 'Approve',
    also: ['Uren goedkeuren', 'Mag goedkeuren', 'Mag accorderen', 'Accorderen', 'Approve hours'],
    kind: cell.yesOrNo,
  },
  {
    field: 'mayRegister',
    nl: 'Uren registreren',
    en: 'Register hours',
    also: ['Uren invoeren', 'Mag registreren', 'Enter hours'],
    kind: cell.yesOrNo,
  },
  {
    field: 'maySeeInvoices',
    nl: 'Facturen',
    en: 'Invoices',
    also: ['Facturen inzien', 'Facturen zien', 'Ziet facturen', 'Mag facturen zien', 'See invoices'],
    kind: cell.yesOrNo,
  },
  {
    field: 'mayManage',
    nl: 'Collega’s beheren',
    en: 'Manage colleagues',
    also: ['Mag beheren'],
    kind: cell.yesOrNo,
  },
  {
    field: 'validFrom',
    nl: 'Van',
    en: 'From',
    also: ['Vanaf', 'Geldig vanaf', 'Ingangsdatum', 'Begindatum', 'Startdatum', 'Valid from', 'Start date'],
    kind: cell.day,
    isRequired: true,
    isKey: true,
  },
  {
    field: 'validUntil',
    nl: 'Tot en met',
    en: 'Until',
    also: ['T/m', 'Geldig tot en met', 'Einddatum', 'Valid until', 'End date'],
    kind: cell.day,
    isClearable: true,
  },
];
