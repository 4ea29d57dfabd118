import { calendarDayAt, isCalendarDay } from '@konnekt/shared/basics/calendar-day';
import { formatHundredths, parseHundredths } from '@konnekt/shared/basics/money';
import { longest } from '@konnekt/shared/basics/text-rules';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem.ts';
import { useFormat } from '../../i18n/format.ts';
import { DayField } from '../../kit/form/day-field.tsx';
import { TypedDialog } from '../../kit/form/typed-dialog.tsx';
import { textOrNull } from '../../kit/form/typed-values.ts';
import { Button } from '../../ui/button.tsx';
import { DialogActions } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { toast, toastProblem } from '../../ui/toast.tsx';
import classes from './dialogs.module.css';
import { usePay } from './payment-queries.ts';
import { useInvoiceWords } from './use-invoice-words.ts';

/** Books a payment by hand: all that is open, or a part of it. */
export function PayDialog(props: { id: string; openCents: number; onClose: () => void }) {
  const { t } = useTranslation(['finance', 'common']);
  const { language } = useFormat();
  const words = useInvoiceWords();
  const pay = usePay(props.id);
  const [amount, setAmount] = useState(() => formatHundredths(props.openCents, language));
  const [paidOn, setPaidOn] = useState(() => calendarDayAt(new Date()));
  const [remark, setRemark] = useState('');
  const [first] = useState(() => JSON.stringify([amount, paidOn, remark]));
  const [wasPressed, setWasPressed] = useState(false);
  const read = parseHundredths(amount);
  const cents = 'hundredths' in read ? read.hundredths : 0;
  const refused = pay.error instanceof ApiProblem && pay.error.field('/amountCents');
  const tooMuch = t('pay.moreThanOpen', { amount: words.money(props.openCents) });
  const wrong =
    cents === 0 ? t('pay.amountWrong') : cents > props.openCents || (refused && !pay.isIdle) ? tooMuch : undefined;
  const today = calendarDayAt(new Date());
  const wrongDay = !isCalendarDay(paidOn) ? t('pay.dayWrong') : paidOn > today ? t('pay.dayToCome') : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWasPressed(true);
    if (cents === 0 || cents > props.openCents || wrongDay) return;
    pay.mutate(
      { amountCents: cents, paidOn, remark: textOrNull(remark) },
      {
        onSuccess: () => {
          toast({ tone: 'good', message: t('pay.done') });
          props.onClose();
        },
        onError: (error) => {
          if (!(error instanceof ApiProblem && error.field('/amountCents'))) toastProblem(error);
        },
      },
    );
  };
  return (
    <TypedDialog
      title={t('pay.act')}
      isDirty={() => JSON.stringify([amount, paidOn, remark]) !== first}
      onClose={props.onClose}
    >
      {(close) => (
        <form onSubmit={submit} noValidate className={classes.form}>
          <TextField
            label={t('pay.amount')}
            inputMode="decimal"
            required
            value={amount}
            error={wasPressed && wrong}
            onChange={({ currentTarget }) => {
              pay.reset();
              setAmount(currentTarget.value);
            }}
          />
          <DayField
            label={t('pay.paidOn')}
            value={paidOn}
            error={wasPressed && wrongDay}
            onChange={setPaidOn}
            required
          />
          <TextField
            label={t('pay.remark')}
            value={remark}
            maxLength={longest.lineRemark}
            onChange={({ currentTarget }) => setRemark(currentTarget.value)}
          />
          <DialogActions>
            <Button variant="default" onClick={close}>
              {t('common:action.cancel')}
            </Button>
            <Button type="submit" loading={pay.isPending}>
              {t('pay.submit')}
            </Button>
          </DialogActions>
        </form>
      )}
    </TypedDialog>
  );
}
