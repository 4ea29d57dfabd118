import { calendarDayAt, isCalendarDay } from '@konnekt/shared/basics/calendar-day';
import { formatHundredths, formatMoney } from '@konnekt/shared/basics/money';
import type { FieldProblem } from '@konnekt/shared/basics/problem';
import { longest } from '@konnekt/shared/basics/text-rules';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { BoundDay, BoundText } from '../../kit/form/bound-fields.tsx';
import { FormDialog } from '../../kit/form/form-dialog.tsx';
import { euros, textOrNull } from '../../kit/form/typed-values.ts';
import { useRecordForm } from '../../kit/form/use-record-form.ts';
import { toast } from '../../ui/toast.tsx';
import { usePay } from './payment-queries.ts';
import { useSentOnce } from './use-sent-once.ts';

/** Books a payment by hand: all that is open, or a part of it. */
export function PayDialog(props: { id: string; openCents: number; onClose: () => void }) {
  const { t } = useTranslation('finance');
  const { language } = useFormat();
  const { openCents, onClose } = props;
  const pay = useSentOnce(usePay(props.id).mutateAsync);
  const stored = useMemo(
    () => ({ amountCents: formatHundredths(openCents, language), paidOn: calendarDayAt(new Date()), remark: '' }),
    [openCents, language],
  );
  const read = ({ amountCents, paidOn }: typeof stored) => {
    const problems: FieldProblem[] = [];
    const cents = euros(amountCents, 'amountCents', problems);
    if (cents === 0) problems.push({ pointer: '/amountCents', code: 'too-small' });
    if (cents > openCents)
      problems.push({
        pointer: '/amountCents',
        code: 'more-than-is-open',
        values: { amount: formatMoney(openCents, language) },
      });
    if (!isCalendarDay(paidOn)) problems.push({ pointer: '/paidOn', code: 'required' });
    else if (paidOn > calendarDayAt(new Date())) problems.push({ pointer: '/paidOn', code: 'in-the-future' });
    return { cents, problems };
  };
  const form = useRecordForm({
    stored,
    find: (values) => read(values).problems,
    save: (values) =>
      pay({
        amountCents: read(values).cents,
        paidOn: values.paidOn,
        remark: textOrNull(values.remark),
      }),
    formOf: () => stored,
    onSaved: () => {
      toast({ tone: 'good', message: t('pay.done') });
      onClose();
    },
  });
  const labels = { amountCents: t('pay.amount'), paidOn: t('pay.paidOn'), remark: t('pay.remark') };
  return (
    <FormDialog
      title={t('pay.act')}
      form={form}
      isNew
      nameOf={(field) => labels[field as keyof typeof labels]}
      submit={t('pay.submit')}
      onClose={onClose}
    >
      <BoundText name="amountCents" label={labels.amountCents} inputMode="decimal" required />
      <BoundDay name="paidOn" label={labels.paidOn} required />
      <BoundText name="remark" label={labels.remark} maxLength={longest.lineRemark} />
    </FormDialog>
  );
}
