import type { FieldProblem } from '@konnekt/shared/basics/problem';
import { longest } from '@konnekt/shared/basics/text-rules';
import type { HourTypeRecord } from '@konnekt/shared/hour-types/hour-type.contract';
import type { HourKind } from '@konnekt/shared/hour-types/hour-type.schema';
import { type HourUnit, hourUnits, type ReceiptWish, receiptWishes } from '@konnekt/shared/hour-types/hour-type.words';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { useFormat } from '../../i18n/format.ts';
import { BoundCheck, BoundSelect, BoundText } from '../../kit/form/bound-fields.tsx';
import { FormDialog } from '../../kit/form/form-dialog.tsx';
import { recordKeys } from '../../kit/form/record-keys.ts';
import { percentage, percentText, saveTyped, textOrNull, typedWholeNumber } from '../../kit/form/typed-values.ts';
import { useFieldName } from '../../kit/form/use-field-name.ts';
import { useRecordForm } from '../../kit/form/use-record-form.ts';
import layout from '../../ui/form-layout.module.css';
import { auditKeys } from '../audit/parts/audit-queries.ts';

const kinds = [
  'normal',
  'overtime',
  'irregular',
  'travel',
  'leave',
  'sick',
  'holiday',
  'other',
] as const satisfies readonly HourKind[];

/** One hour type. Its code is typed once: what was sent names it. */
export function HourTypeDialog(props: {
  stored: HourTypeRecord | undefined;
  nextOrder: number;
  refresh: () => Promise<unknown>;
  onClose: () => void;
}) {
  const { t } = useTranslation(['settings', 'office']);
  const { language } = useFormat();
  const { stored, nextOrder, refresh, onClose } = props;
  const queryClient = useQueryClient();
  const nameOf = useFieldName('settings');
  const fields = useMemo(() => formOf(stored, nextOrder, language), [stored, nextOrder, language]);
  const form = useRecordForm({
    stored: fields,
    save: async ({ code, ...values }) => {
      const problems: FieldProblem[] = [];
      const ownCode = code.trim().toUpperCase();
      if (!stored && !/^[A-Z0-9+-]+$/.test(ownCode))
        problems.push({ pointer: '/code', code: ownCode === '' ? 'required' : 'hour-type-code' });
      const typed = {
        ...values,
        payShareBp: percentage(values.payShareBp, 'payShareBp', problems),
        billShareBp: percentage(values.billShareBp, 'billShareBp', problems),
        sortOrder: typedWholeNumber(values.sortOrder, 'sortOrder', problems),
        payrollCode: textOrNull(values.payrollCode),
      };
      return saveTyped({ body: typed, problems }, (body) =>
        stored
          ? call('PUT /api/hour-types/:id', { params: { id: stored.id }, body: { ...body, version: stored.version } })
          : call('POST /api/hour-types', { body: { ...body, code: ownCode } }),
      );
    },
    formOf: (saved) => formOf(saved, nextOrder, language),
    onSaved: async (saved) => {
      onClose();
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: recordKeys.all }),
        queryClient.invalidateQueries({ queryKey: auditKeys.record(saved.id) }),
      ]);
    },
    refresh,
  });
  return (
    <FormDialog
      title={stored ? t('hourTypes.changeOne', { code: stored.code }) : t('hourTypes.add')}
      form={form}
      isNew={!stored}
      nameOf={nameOf}
      submit={t('office:form.save')}
      onClose={onClose}
    >
      <div className={layout.fields}>
        <BoundText
          name="code"
          label={t('field.code')}
          description={stored ? t('hint.codeFixed') : t('hint.code')}
          required={!stored}
          disabled={stored !== undefined}
          maxLength={longest.hourTypeCode}
        />
        <BoundSelect
          name="kind"
          label={t('field.kind')}
          options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <BoundSelect
          name="unit"
          label={t('field.unit')}
          description={t('hint.unit')}
          options={hourUnits.map((value) => ({ value, label: t(`unit.${value}`) }))}
        />
        <BoundSelect
          name="receipt"
          label={t('field.receipt')}
          description={t('hint.receipt')}
          options={receiptWishes.map((value) => ({ value, label: t(`receipt.${value}`) }))}
        />
        <BoundText name="nameNl" label={t('field.nameNl')} required maxLength={longest.hourTypeName} />
        <BoundText name="nameEn" label={t('field.nameEn')} required maxLength={longest.hourTypeName} />
        <BoundText name="payShareBp" typed="share" label={t('field.payShareBp')} required />
        <BoundText name="billShareBp" typed="share" label={t('field.billShareBp')} required />
        <BoundText
          name="payrollCode"
          label={t('field.payrollCode')}
          description={t('hint.payrollCode')}
          maxLength={longest.payrollCode}
        />
        <BoundText name="sortOrder" typed="order" label={t('field.sortOrder')} required />
        <BoundCheck name="forEmployee" label={t('field.forEmployee')} />
        <BoundCheck name="forSupervisor" label={t('field.forSupervisor')} />
        {form.values.unit === 'hours' && (
          <BoundCheck name="isWorked" label={t('field.isWorked')} description={t('hint.isWorked')} />
        )}
        <BoundCheck name="isActive" label={t('field.isActive')} description={t('hint.isActive')} />
      </div>
    </FormDialog>
  );
}

const formOf = (stored: HourTypeRecord | undefined, nextOrder: number, language: 'nl' | 'en') => ({
  code: stored?.code ?? '',
  kind: stored?.kind ?? ('normal' as HourKind),
  unit: stored?.unit ?? ('hours' as HourUnit),
  receipt: stored?.receipt ?? ('none' as ReceiptWish),
  nameNl: stored?.nameNl ?? '',
  nameEn: stored?.nameEn ?? '',
  payShareBp: percentText(stored?.payShareBp ?? 10_000, language),
  billShareBp: percentText(stored?.billShareBp ?? 10_000, language),
  payrollCode: stored?.payrollCode ?? '',
  sortOrder: String(stored?.sortOrder ?? nextOrder),
  forEmployee: stored?.forEmployee ?? true,
  forSupervisor: stored?.forSupervisor ?? true,
  isWorked: stored?.isWorked ?? true,
  isActive: stored?.isActive ?? true,
});
