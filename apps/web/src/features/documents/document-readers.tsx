import type { Document, DocumentReader } from '@konnekt/shared/documents/document.schema';
import { readerStates } from '@konnekt/shared/documents/document.words';
import { IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { oneOf, useAddress } from '../../kit/address/use-address.ts';
import { ChoiceFilter } from '../../kit/list/choice-filter.tsx';
import type { Column } from '../../kit/list/column.ts';
import { OfficeList } from '../../kit/list/office-list.tsx';
import { recordQuiet } from '../../kit/list/record-list.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Panel } from '../../ui/panel.tsx';
import classes from './documents.module.css';
import { readerRows, readersFileAddress } from './parts/document-queries.ts';

/** Whom it is for, who has opened it, and the proof of who confirmed. */
export function DocumentReaders({ document: { id, number, asksConfirmation, versions } }: { document: Document }) {
  const { t } = useTranslation(['documents', 'office']);
  const address = useAddress();
  const format = useFormat();
  const state = oneOf(readerStates, address.read('state'));
  const numbers = versions.map((one) => String(one.number));
  const version = oneOf(numbers, address.read('version'));
  const asked = { q: address.read('q') || undefined, state, version: version ? Number(version) : undefined };
  const query = useInfiniteQuery(readerRows(id, asked));
  const showsConfirmed = asksConfirmation || versions.some(({ confirmed }) => confirmed > 0);
  const states = readerStates.filter((value) => showsConfirmed || !value.endsWith('confirmed') || value === state);
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
    ...(showsConfirmed
      ? [
          {
            id: 'confirmed',
            header: t('readers.confirmed'),
            cell: (row: DocumentReader) => <Confirmed row={row} />,
          },
          {
            id: 'sha256',
            header: 'SHA-256',
            rank: 1,
            cell: (row: DocumentReader) => <Hash row={row} />,
          },
        ]
      : []),
  ];
  return (
    <Panel title={t('readers.title')}>
      <OfficeList<DocumentReader>
        label={t('readers.title')}
        address={address}
        query={query}
        columns={columns}
        searchHint={t('readers.searchHint')}
        known={{ state: readerStates, version: numbers }}
        file={(as) => readersFileAddress(id, { ...asked, ...as })}
        empty={{ icon: IconUsers, title: t('readers.empty'), text: t('readers.emptyText') }}
      >
        <ChoiceFilter
          address={address}
          name="state"
          label={t('readers.state')}
          all={t('readers.all')}
          words={states}
          labelOf={(word) => t(`readers.${word}`)}
        />
        {numbers.length > 1 && (
          <SelectField
            label={t('versions.number')}
            value={version ?? ''}
            onChange={(value) => address.write({ version: value })}
            options={[
              { value: '', label: t('readers.current', { number }) },
              ...numbers
                .filter((value) => value !== String(number) || value === version)
                .map((value) => ({ value, label: t('versions.version', { number: value }) })),
            ]}
          />
        )}
      </OfficeList>
    </Panel>
  );
}

/** Not the version that readers see now; maybe one before. */
function Earlier({ row: { number } }: { row: DocumentReader }) {
  const { t } = useTranslation('documents');
  return <>{number ? t('readers.earlier', { number }) : t('readers.not')}</>;
}

/** What they confirmed last stays said where that was another version. */
function Confirmed({ row: { confirmedAt, confirmations } }: { row: DocumentReader }) {
  const { t } = useTranslation('documents');
  const format = useFormat();
  const [last] = confirmations;
  if (confirmedAt) return <span className="figures">{format.moment(confirmedAt)}</span>;
  return (
    <>
      {t('readers.not')}
      {last && (
        <span className={`${recordQuiet} figures`}>
          {t('readers.confirmedOther', { number: last.number, at: format.moment(last.at) })}
        </span>
      )}
    </>
  );
}

function Hash({ row: { version, confirmations } }: { row: DocumentReader }) {
  const proof = confirmations.find(({ number }) => number === version) ?? confirmations[0];
  return (
    proof && (
      <code className={classes.hash} title={proof.sha256}>
        {proof.sha256.slice(0, 16)}…
      </code>
    )
  );
}
