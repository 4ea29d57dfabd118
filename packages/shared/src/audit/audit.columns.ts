import type { Language } from '../basics/actor.ts';
import type { SheetColumn } from '../basics/sheet.ts';
import { dayCell, timeCell } from '../basics/sheet-cells.ts';
import { auditNamesOf, auditWordsOf, changeCell, wordOf } from './audit.cells.ts';
import type { AuditEvent, AuditList } from './audit.contract.ts';
import { requestArea } from './request-area.ts';

/** An event with one of the fields that it changed. */
interface AuditLine extends Omit<AuditEvent, 'changes'> {
  change: AuditEvent['changes'][number] | undefined;
  names: AuditList['names'];
}

/** A line for each field that an event changed, so that what was there before and after are cells; one for an event that changed none. */
export const auditLines = ({ items, names }: Pick<AuditList, 'items' | 'names'>): AuditLine[] =>
  items.flatMap(({ changes, ...event }) =>
    (changes.length > 0 ? changes : [undefined]).map((change) => ({ ...event, change, names })),
  );

/** The columns of a file of the audit log: days and times of Amsterdam. */
export const auditColumns: readonly SheetColumn<AuditLine>[] = [
  { header: { nl: 'Datum', en: 'Date' }, cell: ({ at }) => dayCell(at) },
  { header: { nl: 'Tijd', en: 'Time' }, cell: ({ at }) => timeCell(at) },
  { header: { nl: 'Wie', en: 'Who' }, cell: who },
  {
    header: { nl: 'Rol', en: 'Role' },
    cell: ({ actorRole }, language) => actorRole && (wordOf(language, 'role', actorRole) ?? actorRole),
  },
  { header: { nl: 'IP-adres', en: 'IP address' }, cell: ({ address }) => address },
  {
    header: { nl: 'Wat er gebeurde', en: 'What happened' },
    cell: ({ action }, language) => auditWordsOf[language].actionName[action],
  },
  {
    header: { nl: 'Soort', en: 'Kind' },
    cell: ({ subjectType }, language) =>
      (auditWordsOf[language].subjectName as Record<string, string>)[subjectType] ?? subjectType,
  },
  { header: { nl: 'Naam', en: 'Name' }, cell: what },
  {
    header: { nl: 'Veld', en: 'Field' },
    cell: ({ change }, language) =>
      change ? ((auditNamesOf[language] as Record<string, string>)[change.field] ?? change.field) : null,
  },
  {
    header: { nl: 'Ervoor', en: 'Before' },
    cell: ({ change, names }, language) => changeCell(change, 'before', names, language),
  },
  {
    header: { nl: 'Erna', en: 'After' },
    cell: ({ change, names }, language) => changeCell(change, 'after', names, language),
  },
];

function who({ actorName, address }: AuditLine, language: Language): string {
  return actorName ?? auditWordsOf[language][address ? 'somebody' : 'system'];
}

/** An account is named by its address: whose it is stands before it. */
function what({ subjectType, subjectName, recordId, names }: AuditLine, language: Language): string | null {
  const area = subjectType === 'request' ? requestArea(subjectName) : undefined;
  const refused = area && (auditWordsOf[language].request as Record<string, string>)[area];
  if (refused) return refused;
  const person = subjectType === 'account' ? names[recordId ?? '']?.[language] : undefined;
  return person && subjectName && subjectName !== person ? `${person} (${subjectName})` : subjectName;
}
