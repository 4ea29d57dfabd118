import type { FieldProblem } from '@konnekt/shared/basics/problem';
import { longest } from '@konnekt/shared/basics/text-rules';
import type { BudgetNumber } from '@konnekt/shared/organisations/budget-number.schema';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { useFormat } from '../../i18n/format.ts';
import { BoundDay, BoundText } from '../../kit/form/bound-fields.tsx';
import { FormDialog } from '../../kit/form/form-dialog.tsx';
import { recordKeys } from '../../kit/form/record-keys.ts';
import { euros, euroText, hoursText, minutes, saveTyped, textOrNull } from '../../kit/form/typed-values.ts';
import { useRecordForm } from '../../kit/form/use-record-form.ts';
import layout from '../../ui/form-layout.module.css';
import { auditKeys } from '../audit/parts/audit-queries.ts';

const formOf = (language: 'nl' | 'en', stored?: BudgetNumber) => ({
  number: stored?.number ?? '',
  description: stored?.description ?? '',
  orderNumber: stored?.orderNumber ?? '',
  orderLine: stored?.orderLine ?? '',
  costCentre: stored?.costCentre ?? '',
  validFrom: stored?.validFrom ?? '',
  validUntil: stored?.validUntil ?? '',
  budgetCents: stored?.budgetCents ? euroText(stored.budgetCents, language) : '',
  budgetMinutes: stored?.budgetMinutes ? hoursText(stored.budgetMinutes, language) : '',
});

export function BudgetNumberDialog(props: {
  organisationId: string;
  stored: BudgetNumber | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation(['organisations', 'office']);
  const { organisationId, stored, onClose } = props;
  const queryClient = useQueryClient();
  const refresh = () => queryClient.refetchQueries({ queryKey: recordKeys.one('organisation', organisationId) });
  const { language } = useFormat();
  const fields = useMemo(() => formOf(language, stored), [language, stored]);
  const form = useRecordForm({
    stored: fields,
    save: (values) => {
      const problems: FieldProblem[] = [];
      const { budgetCents, budgetMinutes } = values;
      const body = {
        number: values.number,
        description: textOrNull(values.description),
        orderNumber: textOrNull(values.orderNumber),
        orderLine: textOrNull(values.orderLine),
        costCentre: textOrNull(values.costCentre),
        validFrom: textOrNull(values.validFrom),
        validUntil: textOrNull(values.validUntil),
        budgetCents: budgetCents.trim() ? euros(budgetCents, 'budgetCents', problems) : null,
        budgetMinutes: budgetMinutes.trim() ? minutes(budgetMinutes, 'budgetMinutes', problems) : null,
      };
      return saveTyped({ body, problems }, () =>
        stored
          ? call('PUT /api/budget-numbers/:id', {
              params: { id: stored.id },
              body: { ...body, version: stored.version },
            })
          : call('POST /api/organisations/:id/budget-numbers', { params: { id: organisationId }, body }),
      );
    },
    formOf: (saved) => formOf(language, saved),
    onSaved: async () => {
      onClose();
      void queryClient.invalidateQueries({ queryKey: auditKeys.record(organisationId) });
      await refresh();
    },
    refresh,
  });
  return (
    <FormDialog
      title={stored ? t('budget.changeOne', { number: stored.number }) : t('budget.add')}
      form={form}
      isNew={!stored}
      nameOf={(field) => String(t(`budget.${field}` as never))}
      submit={t('office:form.save')}
      onClose={onClose}
    >
      <div className={layout.fields}>
        <BoundText name="number" label={t('budget.number')} required maxLength={longest.budgetNumber} data-autofocus />
        <BoundText name="description" label={t('budget.description')} maxLength={longest.description} />
        <BoundText name="orderNumber" label={t('budget.orderNumber')} maxLength={longest.budgetNumber} />
        <BoundText name="orderLine" label={t('budget.orderLine')} maxLength={longest.budgetNumber} />
        <BoundDay name="validFrom" label={t('budget.validFrom')} />
        <BoundDay name="validUntil" label={t('budget.validUntil')} />
        <BoundText
          name="budgetCents"
          typed="cell"
          label={t('budget.budgetCents')}
          description={t('budget.budgetHint')}
        />
        <BoundText name="budgetMinutes" typed="cell" label={t('budget.budgetMinutes')} />
        <BoundText name="costCentre" label={t('budget.costCentre')} maxLength={longest.budgetNumber} />
      </div>
    </FormDialog>
  );
}
