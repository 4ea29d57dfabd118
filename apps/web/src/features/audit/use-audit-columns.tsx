import type { AuditList, AuditEvent as Event } from '@konnekt/shared/audit/audit.contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import type { Column } from '../../kit/list/column.ts';
import { recordQuiet } from '../../kit/list/record-list.tsx';
import classes from './audit-page.module.css';
import { EventChanges, isRole } from './parts/audit-event.tsx';
import { useAuditWords } from './parts/use-audit-words.ts';

/** What happened with what was there before and after, when, and by whom from where. `onlyBy`: to see all that somebody did. */
export function useAuditColumns(
  names: AuditList['names'],
  onlyBy: ((personId: string) => void) | undefined,
): Column<Event>[] {
  const { t } = useTranslation(['audit', 'common']);
  const format = useFormat();
  const { sentence } = useAuditWords(names);
  return [
    {
      id: 'what',
      header: t('column.what'),
      cell: (event) => (
        <div className={classes.what}>
          <p>{sentence(event)}</p>
          <EventChanges event={event} names={names} />
        </div>
      ),
    },
    {
      id: 'at',
      header: t('column.at'),
      cell: ({ at }) => (
        <time className={classes.at} dateTime={at}>
          {format.moment(at)}
        </time>
      ),
      isSortable: true,
      isLargestFirst: true,
    },
    {
      id: 'by',
      header: t('column.by'),
      cell: ({ actorId, actorName, actorRole }) => (
        <>
          {actorId && actorName && onlyBy ? (
            <button
              type="button"
              className={classes.by}
              aria-label={t('page.onlyByLink', { name: actorName })}
              onClick={() => onlyBy(actorId)}
            >
              {actorName}
            </button>
          ) : (
            actorName
          )}
          {actorRole && isRole(actorRole) && <span className={recordQuiet}>{t(`common:role.${actorRole}`)}</span>}
        </>
      ),
    },
    { id: 'address', header: t('column.address'), cell: ({ address }) => address, rank: 1 },
  ];
}
