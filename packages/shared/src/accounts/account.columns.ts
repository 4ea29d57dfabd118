import type { Language } from '../basics/actor.ts';
import type { SheetColumn } from '../basics/sheet.ts';
import { dayCell, timeCell } from '../basics/sheet-cells.ts';
import type { Account } from './office-account.schema.ts';

type Words<Key extends string> = Record<Key, Record<Language, string>>;

const roles: Words<Account['role']> = {
  employee: { nl: 'Werknemer', en: 'Employee' },
  supervisor: { nl: 'Supervisor', en: 'Supervisor' },
  staff: { nl: 'Binnendienst', en: 'Back office' },
  admin: { nl: 'Beheerder', en: 'Administrator' },
};
const statuses: Words<Account['status']> = {
  invited: { nl: 'Uitgenodigd', en: 'Invited' },
  active: { nl: 'Actief', en: 'Active' },
  blocked: { nl: 'Geblokkeerd', en: 'Blocked' },
};
const languages: Words<Language> = { nl: { nl: 'Nederlands', en: 'Dutch' }, en: { nl: 'Engels', en: 'English' } };

/** The columns of a file of accounts: days and times of Amsterdam. */
export const accountColumns: readonly SheetColumn<Account>[] = [
  { header: { nl: 'Naam', en: 'Name' }, cell: ({ name }) => name },
  { header: { nl: 'E-mailadres', en: 'E-mail address' }, cell: ({ email }) => email },
  { header: { nl: 'Gebruikersnaam', en: 'User name' }, cell: ({ userName }) => userName },
  { header: { nl: 'Rol', en: 'Role' }, cell: ({ role }, language) => roles[role][language] },
  { header: { nl: 'Taal', en: 'Language' }, cell: (account, language) => languages[account.language][language] },
  { header: { nl: 'Status', en: 'Status' }, cell: ({ status }, language) => statuses[status][language] },
  { header: { nl: 'Laatst gezien op', en: 'Last seen on' }, cell: ({ lastSeenAt }) => dayCell(lastSeenAt) },
  { header: { nl: 'Laatst gezien om', en: 'Last seen at' }, cell: ({ lastSeenAt }) => timeCell(lastSeenAt) },
  { header: { nl: 'Link verstuurd op', en: 'Link sent on' }, cell: ({ link }) => dayCell(link?.sentAt ?? null) },
  {
    header: { nl: 'Link werkt tot', en: 'Link works until' },
    cell: ({ link }) => (link?.isAlive ? dayCell(link.expiresAt) : null),
  },
];
