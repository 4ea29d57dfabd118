import { longest } from '@konnekt/shared/basics/text-rules';
import type { Invoice } from '@konnekt/shared/invoices/invoice.contract';
import { maxLines } from '@konnekt/shared/worksheets/worksheet.bounds';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { BoundText, BoundTextArea } from '../../kit/form/bound-fields.tsx';
import { BoundRows } from '../../kit/form/bound-rows.tsx';
import { FormDialog } from '../../kit/form/form-dialog.tsx';
import { useRecordForm } from '../../kit/form/use-record-form.ts';
import { Notice } from '../../ui/notice.tsx';
import { toast } from '../../ui/toast.tsx';
import classes from './dialogs.module.css';
import { blankLine, draftBody, draftForm, draftProblems } from './draft-values.ts';
import { useChangeDraft } from './invoice-queries.ts';

/** What is typed on a draft: a remark, the client's reference, and amounts that are no hours. */
export function DraftDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const { t } = useTranslation(['invoices', 'office']);
  const { language } = useFormat();
  const change = useChangeDraft(invoice.id);
  const form = useRecordForm({
    stored: useMemo(() => draftForm(invoice, language), [invoice, language]),
    find: draftProblems,
    save: (values) => change.mutateAsync({ version: invoice.version, ...draftBody(values) }),
    formOf: (saved) => draftForm(saved, language),
    onSaved: () => {
      toast({ tone: 'good', message: t('edit.done') });
      onClose();
    },
  });
  const labels = { remark: t('edit.remark'), orderReference: t('edit.reference'), freeLines: t('edit.freeLines') };
  return (
    <FormDialog
      title={t('edit.title')}
      form={form}
      nameOf={(field) => labels[field as keyof typeof labels]}
      submit={t('office:form.save')}
      onClose={onClose}
    >
      <BoundText name="orderReference" label={labels.orderReference} maxLength={longest.budgetNumber} />
      <BoundTextArea name="remark" label={labels.remark} limit={longest.reason} />
      {invoice.kind === 'invoice' && (
        <fieldset className={classes.group}>
          <legend>{labels.freeLines}</legend>
          <BoundRows
            name="freeLines"
            blank={blankLine}
            most={maxLines}
            words={{
              one: (number) => t('edit.line', { number }),
              remove: (number) => t('edit.remove', { number }),
              add: t('edit.add'),
            }}
          >
            <div className={classes.line}>
              <BoundText name="description" label={t('edit.description')} maxLength={longest.lineRemark} />
              <BoundText name="size" label={t('edit.quantity')} inputMode="decimal" />
              <BoundText name="priceCents" label={t('edit.price')} inputMode="decimal" />
            </div>
          </BoundRows>
          {form.problemOf('freeLines') && (
            <Notice tone="bad" role="alert">
              {t('edit.tooMuch')}
            </Notice>
          )}
        </fieldset>
      )}
    </FormDialog>
  );
}
