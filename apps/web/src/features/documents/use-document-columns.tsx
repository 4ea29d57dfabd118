import { isOffice } from '@konnekt/shared/basics/actor';
import type { DocumentRow } from '@konnekt/shared/documents/document.schema';
import { IconCircleCheck, IconClockHour4, IconFile } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import type { Column } from '../../kit/list/column.ts';
import { recordLink, recordQuiet } from '../../kit/list/record-list.tsx';
import { Badge } from '../../ui/badge.tsx';
import layout from '../../ui/form-layout.module.css';
import classes from './documents.module.css';
import { useDocumentWords } from './use-document-words.ts';

/** A document in a list: what it is, for whom, until when, and how it stands. */
export function useDocumentColumns(): Column<DocumentRow>[] {
  const { t } = useTranslation('documents');
  const format = useFormat();
  const words = useDocumentWords();
  const me = useMe();
  const ofOffice = isOffice(me);
  return [
    {
      id: 'name',
      header: t('column.name'),
      cell: (row, gone) => (
        <>
          <Link to={paths.document(row.id)} className={`${recordLink} ${row.isNew ? classes.unread : ''}`}>
            {row.name}
          </Link>
          <span className={recordQuiet}>
            {t(`category.${row.category}`)} · {words.file(row.file)}
            {row.language && ` · ${t(`language.${row.language}`)}`}
          </span>
          {gone.has('validity') && words.validity(row) && (
            <span className={`${recordQuiet} ${classes.at}`}>
              {t('column.validity')} {words.validity(row)}
            </span>
          )}
        </>
      ),
    },
    ...(me.role === 'employee'
      ? []
      : [{ id: 'audience', header: t('column.audience'), rank: 1, cell: (row: DocumentRow) => words.audience(row) }]),
    {
      id: 'validity',
      header: t('column.validity'),
      rank: 2,
      cell: (row) => {
        const validity = words.validity(row);
        return validity ? <span className={classes.at}>{validity}</span> : null;
      },
    },
    ...(ofOffice
      ? [
          {
            id: 'read',
            header: t('column.read'),
            rank: 1,
            cell: (row: DocumentRow) => <ReadBy row={row} />,
          },
        ]
      : [{ id: 'state', header: t('column.state'), cell: (row: DocumentRow) => <DocumentState row={row} /> }]),
    {
      id: 'at',
      header: t('column.at'),
      cell: (row) => <span className={`figures ${classes.at}`}>{format.moment(row.at)}</span>,
    },
  ];
}

/** How far its readers are. */
function ReadBy({ row: { person, opened, confirmed, asksConfirmation } }: { row: DocumentRow }) {
  const { t } = useTranslation('documents');
  const format = useFormat();
  const number = opened ?? 0;
  return (
    <span className={classes.at}>
      {number === 0
        ? t('notOpened')
        : person
          ? t('isOpened')
          : t('opened', { count: number, number: format.count(number) })}
      {asksConfirmation && number > 0 && (
        <span className={recordQuiet}>
          {confirmed ? t('confirmed', { count: confirmed, number: format.count(confirmed) }) : t('notConfirmed')}
        </span>
      )}
    </span>
  );
}

/** What it asks of its reader. */
function DocumentState({ row }: { row: DocumentRow }) {
  const { t } = useTranslation('documents');
  const { isNew, isToConfirm, asksConfirmation, confirmedAt } = row;
  const isConfirmed = asksConfirmation && confirmedAt;
  if (!isNew && !isToConfirm && !isConfirmed) return null;
  return (
    <span className={layout.facts}>
      {isNew && (
        <Badge icon={IconFile} tone="info">
          {t('isNew')}
        </Badge>
      )}
      {isConfirmed && (
        <Badge icon={IconCircleCheck} tone="good">
          {t('isConfirmed')}
        </Badge>
      )}
      {isToConfirm && (
        <Badge icon={IconClockHour4} tone="warn">
          {t('isToConfirm')}
        </Badge>
      )}
    </span>
  );
}
