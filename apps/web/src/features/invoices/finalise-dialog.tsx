import { addDays, calendarDayAt, isCalendarDay } from '@konnekt/shared/basics/calendar-day';
import type { InvoiceRow } from '@konnekt/shared/invoices/invoice.contract';
import { invoiceDays } from '@konnekt/shared/invoices/invoice.words';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../api/client.ts';
import { useFormat } from '../../i18n/format.ts';
import { DayField } from '../../kit/form/day-field.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { toast } from '../../ui/toast.tsx';
import { useFinalise } from './invoice-queries.ts';
import { useInvoiceProblem } from './use-invoice-words.ts';

/** Why drafts were not made final, by id. */
export type Refused = ReadonlyMap<string, Output<'POST /api/invoices/finalise'>['refused'][number]['code']>;

/** Asks once more before drafts get their numbers: how many, and the day on them. */
export function FinaliseDialog(props: {
  invoices: readonly Pick<InvoiceRow, 'id' | 'version' | 'kind'>[];
  onClose: () => void;
  onDone: (refused: Refused) => void;
  /** There is no row behind it that says why one was refused. */
  saysWhy?: boolean;
}) {
  const { t } = useTranslation(['invoices', 'common']);
  const format = useFormat();
  const finalise = useFinalise();
  const onProblem = useInvoiceProblem();
  const [day, setDay] = useState(() => calendarDayAt(new Date()));
  const today = calendarDayAt(new Date());
  const [first, last] = [addDays(today, -invoiceDays.back), addDays(today, invoiceDays.ahead)];
  const isWrong = isCalendarDay(day) && (day < first || day > last);
  const [only, ...others] = props.invoices;
  const isCredit = only?.kind === 'credit' && others.length === 0;
  const press = () =>
    finalise.mutate(
      { invoiceDate: day, items: props.invoices.map(({ id, version }) => ({ id, version })) },
      {
        onSuccess: ({ done, refused }) => {
          const numbers = done.map(({ number }) => number).toSorted();
          const ends = [...new Set([numbers.at(0), numbers.at(-1)])].join(' – ');
          const parts = [
            done.length > 0 && t('finalise.done', { count: done.length, number: ends }),
            refused.length > 0 &&
              (props.saysWhy
                ? t('finalise.notFinal', { why: refused.map(({ code }) => t(`refused.${code}`)).join(' ') })
                : t('finalise.refused', { count: refused.length, number: format.count(refused.length) })),
          ];
          toast({ tone: refused.length > 0 ? 'bad' : 'good', message: parts.filter(Boolean).join(' ') });
          props.onDone(new Map(refused.map(({ id, code }) => [id, code])));
        },
        onError: onProblem,
      },
    );
  return (
    <Dialog
      title={isCredit ? t('finalise.titleCredit') : t('finalise.title', { count: props.invoices.length })}
      onClose={props.onClose}
    >
      <p>{t(isCredit ? 'finalise.textCredit' : 'finalise.text')}</p>
      <DayField
        label={t(isCredit ? 'finalise.dateCredit' : 'finalise.date')}
        value={day}
        onChange={setDay}
        error={isWrong && t('finalise.dateWrong', { first: format.day(first), last: format.day(last) })}
      />
      <DialogActions>
        <Button variant="default" onClick={props.onClose}>
          {t('common:action.cancel')}
        </Button>
        <Button loading={finalise.isPending} disabled={!isCalendarDay(day) || isWrong} onClick={press}>
          {t('finalise.submit')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
