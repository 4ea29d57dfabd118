import type { LedgerContent, LedgerDefinition } from '@konnekt/shared/ledger/ledger.contract';
import {
  ledgerDates,
  ledgerDecimals,
  ledgerEncodings,
  ledgerFormats,
  ledgerSeparators,
  longestLedger,
} from '@konnekt/shared/ledger/ledger.words';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BoundCheck, BoundSelect, BoundText } from '../../kit/form/bound-fields.tsx';
import { FormDialog } from '../../kit/form/form-dialog.tsx';
import { useRecordForm } from '../../kit/form/use-record-form.ts';
import layout from '../../ui/form-layout.module.css';
import { toast } from '../../ui/toast.tsx';
import { DefinitionColumns } from './definition-columns.tsx';
import { DefinitionPreview } from './definition-preview.tsx';
import { choiceNames, columnsIn, definitionBody, definitionForm, writtenColumns } from './definition-values.ts';
import { useSaveDefinition } from './ledger-queries.ts';

const choices = {
  format: ledgerFormats,
  separator: ledgerSeparators,
  decimalSign: ledgerDecimals,
  dateForm: ledgerDates,
  encoding: ledgerEncodings,
} as const satisfies Record<(typeof choiceNames)[number], readonly string[]>;

/** How a file for the ledger looks: its columns and its form. */
export function DefinitionDialog(props: {
  stored: LedgerDefinition | undefined;
  from: LedgerContent;
  refresh: () => Promise<unknown>;
  onClose: () => void;
}) {
  const { t } = useTranslation(['ledger', 'office']);
  const { stored, from, refresh, onClose } = props;
  const begun = useMemo(() => definitionForm(stored ?? { name: '', content: from }), [stored, from]);
  const save = useSaveDefinition(stored);
  const form = useRecordForm({
    stored: begun,
    save: (values) => save.mutateAsync(definitionBody(values)),
    formOf: definitionForm,
    onSaved: () => {
      toast({ tone: 'good', message: t('definitions.done') });
      onClose();
    },
    refresh,
  });
  return (
    <FormDialog
      title={stored ? t('definitions.changeOne', { name: stored.name }) : t('definitions.add')}
      form={form}
      isNew={!stored}
      isWide
      nameOf={(field) => t(`definitions.${field}` as never)}
      submit={t('office:form.save')}
      onClose={onClose}
    >
      <div className={layout.fields}>
        <BoundText name="name" label={t('definitions.name')} required maxLength={longestLedger.name} />
        {choiceNames.map((name) => (
          <BoundSelect
            key={name}
            name={name}
            label={t(`definitions.${name}`)}
            options={choices[name].map((value) => ({ value, label: t(`form.${value}` as never) }))}
          />
        ))}
        <BoundCheck name="hasTitles" label={t('definitions.hasTitles')} wide />
      </div>
      <DefinitionPreview content={definitionBody(form.values).content} />
      <DefinitionColumns
        columns={columnsIn(form.values)}
        onChange={(columns) => form.change({ columns: writtenColumns(columns) })}
      />
    </FormDialog>
  );
}
