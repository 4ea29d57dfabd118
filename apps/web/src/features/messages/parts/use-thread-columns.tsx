import { isOffice } from '@konnekt/shared/basics/actor';
import type { ThreadRow } from '@konnekt/shared/messages/message.schema';
import { IconClockHour4, IconFile, IconLock, IconMailFilled, IconUserCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../../../api/session-queries.ts';
import { useFormat } from '../../../i18n/format.ts';
import { paths } from '../../../kit/address/paths.ts';
import type { Column } from '../../../kit/list/column.ts';
import { recordLink, recordQuiet } from '../../../kit/list/record-list.tsx';
import { Badge } from '../../../ui/badge.tsx';
import layout from '../../../ui/form-layout.module.css';
import classes from './messages.module.css';

/** A thread in a list: what it is about, with whom, how it stands, and when something was said last. */
export function useThreadColumns(): Column<ThreadRow>[] {
  const { t } = useTranslation('messages');
  const format = useFormat();
  const me = useMe();
  const ofOffice = isOffice(me);
  return [
    {
      id: 'subject',
      header: t('column.subject'),
      cell: (row, gone) => (
        <>
          <Link to={paths.thread(row.id)} className={`${recordLink} ${row.isUnread ? classes.unread : ''}`}>
            {row.title}
          </Link>
          <span className={`${recordQuiet} ${classes.excerpt}`}>
            {gone.has('with') && withWhom(row)}
            {row.hasFiles && <IconFile size={14} stroke={1.8} role="img" aria-label={t('hasFiles')} />}
            {row.last.isOwn
              ? t('byMe', { text: row.last.excerpt })
              : t('by', { name: row.last.byName, text: row.last.excerpt })}
          </span>
        </>
      ),
    },
    ...(ofOffice
      ? [
          {
            id: 'with',
            header: t('column.with'),
            rank: 1,
            cell: (row: ThreadRow) => (
              <>
                {row.personName}
                {row.organisationName && <span className={recordQuiet}>{row.organisationName}</span>}
              </>
            ),
          },
        ]
      : []),
    ...(me.role === 'supervisor'
      ? [
          {
            id: 'organisation',
            header: t('many.organisation'),
            rank: 1,
            cell: (row: ThreadRow) => row.organisationName,
          },
        ]
      : []),
    { id: 'state', header: t('column.state'), cell: (row) => <ThreadState row={row} /> },
    {
      id: 'at',
      header: t('column.at'),
      cell: (row) => <span className={`figures ${classes.at}`}>{format.moment(row.last.at)}</span>,
    },
  ];
}

/** Whom it is with, before what was said, where that says it not. */
function withWhom({ personName, organisationName, last }: ThreadRow): string {
  const names = [last.byName === personName ? null : personName, organisationName].filter(Boolean);
  return names.length > 0 ? `${names.join(', ')} · ` : '';
}

/** New to the reader; of the office also since when it waits, and whose it is. */
export function ThreadState({ row }: { row: Pick<ThreadRow, 'isUnread' | 'isArchived' | 'waitingSince' | 'takenBy'> }) {
  const { t } = useTranslation('messages');
  const format = useFormat();
  const me = useMe();
  const { isUnread, isArchived, waitingSince, takenBy } = row;
  const isClosed = isArchived && isOffice(me);
  if (!isUnread && !isClosed && !waitingSince && !takenBy) return null;
  return (
    <span className={layout.facts}>
      {isUnread && (
        <Badge icon={IconMailFilled} tone="info">
          {t('isNew')}
        </Badge>
      )}
      {waitingSince && (
        <Badge icon={IconClockHour4} tone="warn">
          {t('waits', { at: format.moment(waitingSince) })}
        </Badge>
      )}
      {takenBy && !isClosed && (
        <Badge icon={IconUserCheck} tone="quiet">
          {takenBy.id === me.personId ? t('takenByMe') : t('taken', { name: takenBy.name })}
        </Badge>
      )}
      {isClosed && (
        <Badge icon={IconLock} tone="quiet">
          {t('isClosed')}
        </Badge>
      )}
    </span>
  );
}
