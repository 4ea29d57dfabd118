import type { LedgerDefinition } from '@konnekt/shared/ledger/ledger.contract';
import { ledgerPresets } from '@konnekt/shared/ledger/ledger.presets';
import { type LedgerPresetName, ledgerPresetNames } from '@konnekt/shared/ledger/ledger.words';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordList } from '../../kit/list/record-list.tsx';
import { Button } from '../../ui/button.tsx';
import layout from '../../ui/form-layout.module.css';
import { Loaded } from '../../ui/loaded.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { DefinitionDialog } from './definition-dialog.tsx';
import { ledgerDefinitions } from './ledger-queries.ts';

type Row = { id: string; name: string; columns: number } & (
  | { preset: LedgerPresetName; definition?: never }
  | { definition: LedgerDefinition; preset?: never }
);

/** How files look: those that come along, which can be copied, and those that the office typed. */
export function Definitions() {
  const { t } = useTranslation(['ledger', 'office']);
  const query = useQuery(ledgerDefinitions);
  const [open, setOpen] = useState<Row>();
  const presets = ledgerPresetNames.map(
    (preset): Row => ({
      id: preset,
      name: t(`preset.${preset}`),
      columns: ledgerPresets[preset].columns.length,
      preset,
    }),
  );
  return (
    <Loaded query={query} skeleton={<Skeleton rows={4} height={32} />}>
      {({ items }) => (
        <>
          <p className={layout.quiet}>{t('definitions.lead')}</p>
          <RecordList
            label={t('tab.definitions')}
            rows={[
              ...presets,
              ...items.map(
                (definition): Row => ({
                  ...{ id: definition.id, name: definition.name, columns: definition.content.columns.length },
                  definition,
                }),
              ),
            ]}
            keyOf={({ id }) => id}
            columns={[
              { id: 'name', header: t('definitions.name'), cell: ({ name }) => <strong>{name}</strong> },
              { id: 'columns', header: t('definitions.columns'), cell: ({ columns }) => columns, isFigure: true },
              {
                id: 'act',
                header: t('office:form.change'),
                isHeaderHidden: true,
                cell: (row) => (
                  <Button
                    variant="default"
                    size="xs"
                    aria-label={t(row.preset ? 'definitions.copyOne' : 'definitions.changeOne', { name: row.name })}
                    onClick={() => setOpen(row)}
                  >
                    {row.preset ? t('definitions.copy') : t('office:form.change')}
                  </Button>
                ),
                isFigure: true,
              },
            ]}
          />
          {open && (
            <DefinitionDialog
              stored={items.find(({ id }) => id === open.definition?.id)}
              from={ledgerPresets[open.preset ?? 'csv']}
              refresh={query.refetch}
              onClose={() => setOpen(undefined)}
            />
          )}
        </>
      )}
    </Loaded>
  );
}
