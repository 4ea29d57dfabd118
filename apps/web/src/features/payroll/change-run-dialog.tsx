import { longest } from '@konnekt/shared/basics/text-rules';
import type { PayrollRunDetail } from '@konnekt/shared/payroll/payroll.schema';
import type { PeriodType } from '@konnekt/shared/periods/period';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { BoundChecks, BoundDay, BoundText } from '../../kit/form/bound-fields.tsx';
import { FormDialog } from '../../kit/form/form-dialog.tsx';
import { recordKeys } from '../../kit/form/record-keys.ts';
import { textOrNull } from '../../kit/form/typed-values.ts';
import { useFieldName } from '../../kit/form/use-field-name.ts';
import { useRecordForm } from '../../kit/form/use-record-form.ts';
import layout from '../../ui/form-layout.module.css';

const types = ['week', 'four-weeks', 'month'] as const satisfies readonly PeriodType[];

/** When an open run is paid, and what kinds of period it takes. */
export function ChangeRunDialog(props: {
  run: PayrollRunDetail;
  refresh: () => Promise<unknown>;
  onClose: () => void;
}) {
  const { t } = useTranslation(['payroll', 'office']);
  const { run, refresh, onClose } = props;
  const queryClient = useQueryClient();
  const nameOf = useFieldName('payroll');
  const stored = useMemo(() => formOf(run), [run]);
  const form = useRecordForm({
    stored,
    save: ({ runDate, periodTypes, remark }) =>
      call('PUT /api/payroll-runs/:id', {
        params: { id: run.id },
        body: {
          version: run.version,
          runDate,
          periodTypes: types.filter((type) => periodTypes.includes(type)),
          remark: textOrNull(remark),
        },
      }),
    formOf,
    onSaved: () => {
      onClose();
      void queryClient.invalidateQueries({ queryKey: recordKeys.all });
    },
    refresh,
  });
  return (
    <FormDialog
      title={t('run.title', { number: run.number })}
      form={form}
      nameOf={nameOf}
      submit={t('office:form.save')}
      onClose={onClose}
    >
      <div className={layout.fields}>
        <BoundDay name="runDate" label={t('field.runDate')} required />
        <BoundChecks
          name="periodTypes"
          label={t('field.periodTypes')}
          description={t('hint.periodTypes')}
          options={types.map((value) => ({ value, label: t(`periodType.${value}`) }))}
          wide
        />
        <BoundText name="remark" label={t('field.remark')} maxLength={longest.reason} wide />
      </div>
    </FormDialog>
  );
}

const formOf = ({ runDate, periodTypes, remark }: Pick<PayrollRunDetail, 'runDate' | 'periodTypes' | 'remark'>) => ({
  runDate,
  periodTypes: periodTypes as readonly string[],
  remark: remark ?? '',
});
