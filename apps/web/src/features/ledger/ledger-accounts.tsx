import type { HourType } from '@konnekt/shared/hour-types/hour-type.schema';
import type { SavedBookkeeping } from '@konnekt/shared/ledger/ledger.contract';
import { longestLedger } from '@konnekt/shared/ledger/ledger.words';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { takeAnswer } from '../../api/take-answer.ts';
import { useFormat } from '../../i18n/format.ts';
import { BoundText } from '../../kit/form/bound-fields.tsx';
import { RecordForm } from '../../kit/form/record-form.tsx';
import { useRecordForm } from '../../kit/form/use-record-form.ts';
import layout from '../../ui/form-layout.module.css';
import { Loaded } from '../../ui/loaded.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { hourTypeRecords } from '../hour-types/parts/hour-type-queries.ts';
import { bookkeepingRecord, forgetPreviews } from './ledger-queries.ts';
import { accountField, ledgerBody, ledgerForm, typedLines } from './ledger-values.ts';

/** On which account each hour type is booked, and what the ledger calls its VAT. */
export function LedgerAccounts() {
  const query = useQuery(bookkeepingRecord);
  const { data: types } = useQuery(hourTypeRecords);
  return (
    <Loaded query={query} skeleton={<Skeleton rows={10} height={32} />}>
      {(bookkeeping) =>
        types ? (
          <AccountsForm
            bookkeeping={bookkeeping}
            types={types.items.filter(({ billShareBp }) => billShareBp > 0)}
            refresh={query.refetch}
          />
        ) : (
          <Skeleton rows={10} height={32} />
        )
      }
    </Loaded>
  );
}

function AccountsForm(props: {
  bookkeeping: SavedBookkeeping;
  types: readonly HourType[];
  refresh: () => Promise<unknown>;
}) {
  const { t } = useTranslation(['ledger', 'office']);
  const { nameOf } = useFormat();
  const queryClient = useQueryClient();
  const { bookkeeping, types, refresh } = props;
  const ids = useMemo(() => types.map(({ id }) => id), [types]);
  const stored = useMemo(() => ledgerForm(bookkeeping, ids), [bookkeeping, ids]);
  const form = useRecordForm({
    stored,
    save: (values) =>
      call('PUT /api/settings/bookkeeping', { body: { ...ledgerBody(values, ids), version: bookkeeping.version } }),
    formOf: (saved) => ledgerForm(saved, ids),
    onSaved: (saved) => {
      takeAnswer(queryClient, bookkeepingRecord.queryKey, saved);
      void forgetPreviews(queryClient);
    },
    refresh,
  });
  const rows = [
    ...types.map((type) => ({ id: type.id, name: nameOf(type) })),
    { id: typedLines, name: t('accounts.typed') },
  ];
  return (
    <RecordForm form={form} nameOf={() => t('accounts.title')} submit={t('office:form.save')}>
      <Panel title={t('accounts.codes')}>
        <div className={layout.fields}>
          <BoundText name="journal" label={t('accounts.journal')} maxLength={longestLedger.code} />
          {(['standard', 'reversed', 'none'] as const).map((kind) => (
            <BoundText
              key={kind}
              name={`vatCodes/${kind}`}
              label={t('accounts.vatCode', { kind: t(`vatKind.${kind}`) })}
              maxLength={longestLedger.code}
            />
          ))}
        </div>
      </Panel>
      <Panel title={t('accounts.title')}>
        <p className={layout.quiet}>{t('accounts.lead')}</p>
        <div className={layout.fields}>
          {rows.flatMap(({ id, name }) =>
            (['standard', 'reversed'] as const).map((kind) => (
              <BoundText
                key={accountField(id, kind)}
                name={accountField(id, kind)}
                label={kind === 'standard' ? name : t('accounts.reversed', { name })}
                maxLength={longestLedger.account}
              />
            )),
          )}
        </div>
      </Panel>
    </RecordForm>
  );
}
