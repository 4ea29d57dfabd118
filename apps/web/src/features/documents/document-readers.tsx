import type { Document, DocumentReader } from '@konnekt/shared/documents/document.schema';
import { readerStates } from '@konnekt/shared/documents/document.words';
import { IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { oneOf, useAddress } from '../../kit/address/use-address.ts';
import { DownloadLink } from '../../kit/files/download-link.tsx';
import type { Column } from '../../kit/list/column.ts';
import { OfficeList } from '../../kit/list/office-list.tsx';
import { recordQuiet } from '../../kit/list/record-list.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Panel } from '../../ui/panel.tsx';
import classes from './documents.module.css';
import { readerRows, readersFileAddress } from './parts/document-queries.ts';

/** Whom it is for, who has opened it, and the proof of who confirmed. */
export function DocumentReaders({ document: { id, asksConfirmation } }: { document: Document }) {
  const { t } = useTranslation(['documents', 'office']);
  const address = useAddress();
  const format = useFormat();
  const state = oneOf(readerStates, address.read('state'));
  const asked = { q: address.read('q') || undefined, state };
  const query = useInfiniteQuery(readerRows(id, asked));
  const states = readerStates.filter((value) => asksConfirmation || !value.endsWith('confirmed') || value === state);
  const columns: Column<DocumentReader>[] = [
    {
      id: 'name',
      header: t('readers.name'),
      cell: (row) => (
        <>
          {row.name}
          <span className={recordQuiet}>
            {row.detail}
            {!row.isReader && ` · ${t('readers.notAnyMore')}`}
          </span>
        </>
      ),
    },
    {
      id: 'opened',
      header: t('readers.opened'),
      cell: (row) =>
        row.openedAt ? <span className="figures">{format.moment(row.openedAt)}</span> : <Earlier row={row} />,
    },
    ...(asksConfirmation
      ? [
          {
            id: 'confirmed',
            header: t('readers.confirmed'),
            cell: (row: DocumentReader) =>
              row.confirmedAt ? <span className="figures">{format.moment(row.confirmedAt)}</span> : t('readers.not'),
          },
          {
            id: 'sha256',
            header: 'SHA-256',
            rank: 1,
            cell: (row: DocumentReader) =>
              row.sha256 && (
                <code className={classes.hash} title={row.sha256}>
                  {row.sha256.slice(0, 16)}…
                </code>
              ),
          },
        ]
      : []),
  ];
  return (
    <Panel
      title={t('readers.title')}
      aside={
        <span className={classes.downloads}>
          {(['xlsx', 'csv'] as const).map((as) => (
            <DownloadLink key={as} href={readersFileAddress(id, { ...asked, format: as, language: format.language })}>
              {t(`office:list.${as}`)}
            </DownloadLink>
          ))}
        </span>
      }
    >
      <OfficeList<DocumentReader>
        label={t('readers.title')}
        address={address}
        query={query}
        columns={columns}
        searchHint={t('readers.searchHint')}
        known={{ state: readerStates }}
        empty={{ icon: IconUsers, title: t('readers.empty'), text: t('readers.emptyText') }}
      >
        <SelectField
          label={t('readers.state')}
          value={state ?? ''}
          onChange={(value) => address.write({ state: value })}
          options={[
            { value: '', label: t('readers.all') },
            ...states.map((value) => ({ value, label: t(`readers.${value}`) })),
          ]}
        />
      </OfficeList>
    </Panel>
  );
}

/** Not the version that readers see now; maybe one before. */
function Earlier({ row: { number } }: { row: DocumentReader }) {
  const { t } = useTranslation('documents');
  return <>{number ? t('readers.earlier', { number }) : t('readers.not')}</>;
}
