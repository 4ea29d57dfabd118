import type { LedgerContent, LedgerDefinition } from '@konnekt/shared/ledger/ledger.contract';
import {
  ledgerDates,
  ledgerDecimals,
  ledgerEncodings,
  ledgerFormats,
  ledgerSeparators,
  longestLedger,
} from '@konnekt/shared/ledger/ledger.words';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, isProblem } from '../../api/problem.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { CheckField, SelectInput } from '../../ui/form-fields.tsx';
import layout from '../../ui/form-layout.module.css';
import { toast, toastProblem } from '../../ui/toast.tsx';
import { DefinitionColumns } from './definition-columns.tsx';
import { useSaveDefinition } from './ledger-queries.ts';

const choices = {
  format: ledgerFormats,
  separator: ledgerSeparators,
  decimalSign: ledgerDecimals,
  dateForm: ledgerDates,
  encoding: ledgerEncodings,
} as const;

/** How a file for the ledger looks: its columns and its form. */
export function DefinitionDialog(props: {
  stored: LedgerDefinition | undefined;
  from: LedgerContent;
  onClose: () => void;
}) {
  const { t } = useTranslation(['ledger', 'office', 'common']);
  const { stored, onClose } = props;
  const [name, setName] = useState(stored?.name ?? '');
  const [content, setContent] = useState<LedgerContent>(stored?.content ?? props.from);
  const [wasPressed, setWasPressed] = useState(false);
  const save = useSaveDefinition(stored);
  const isTaken = save.error instanceof ApiProblem && Boolean(save.error.field('/name'));
  const wrong = name.trim() === '' ? t('office:wrong.required') : isTaken ? t('office:wrong.taken') : undefined;
  const change = (part: Partial<LedgerContent>) => setContent({ ...content, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWasPressed(true);
    if (name.trim() === '' || content.columns.length === 0) return;
    save.mutate(
      { name, content },
      {
        onSuccess: () => {
          toast({ tone: 'good', message: t('definitions.done') });
          onClose();
        },
        onError: (error) => {
          if (isProblem(error, 'record-changed')) toast({ tone: 'bad', message: t('definitions.changed') });
          else if (!(error instanceof ApiProblem && error.field('/name'))) toastProblem(error);
        },
      },
    );
  };
  return (
    <Dialog title={stored ? t('definitions.changeOne', { name: stored.name }) : t('definitions.add')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <div className={layout.fields}>
          <TextField
            label={t('definitions.name')}
            required
            value={name}
            maxLength={longestLedger.name}
            error={wasPressed && wrong}
            onChange={({ currentTarget }) => {
              save.reset();
              setName(currentTarget.value);
            }}
          />
          {(Object.keys(choices) as (keyof typeof choices)[]).map((field) => (
            <SelectInput
              key={field}
              label={t(`definitions.${field}`)}
              value={content[field]}
              options={choices[field].map((value) => ({ value, label: t(`form.${value}` as never) }))}
              onChange={({ currentTarget }) => change({ [field]: currentTarget.value } as Partial<LedgerContent>)}
            />
          ))}
          <CheckField
            label={t('definitions.hasTitles')}
            checked={content.hasTitles}
            onChange={({ currentTarget }) => change({ hasTitles: currentTarget.checked })}
          />
        </div>
        <DefinitionColumns columns={content.columns} onChange={(columns) => change({ columns })} />
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('office:form.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
