import { formatMoney, formatQuantity } from '@konnekt/shared/basics/money';
import { isTime } from '@konnekt/shared/hour-types/hour-type.words';
import type { Invoice, InvoiceLine, InvoiceRow } from '@konnekt/shared/invoices/invoice.contract';
import type { PricedLine } from '@konnekt/shared/invoices/invoice.sums';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/problem.ts';
import { useFormat } from '../../i18n/format.ts';
import { percentText } from '../../kit/form/typed-values.ts';
import { toast, toastProblem } from '../../ui/toast.tsx';

/** Amounts, quantities and names of invoices, as they are written. */
export function useInvoiceWords() {
  const { t } = useTranslation('invoices');
  const format = useFormat();
  const { language } = format;
  const money = (cents: number) => formatMoney(cents, language);
  const quantity = ({ unit, size }: Pick<PricedLine, 'unit' | 'size'>): string => {
    if (isTime(unit)) return t(`unit.${unit}`, { size: format.hours(size) });
    return unit === 'euros' ? money(size) : t(`unit.${unit}`, { size: formatQuantity(size, language) });
  };
  return {
    money,
    percent: (basisPoints: number) => percentText(basisPoints, language),
    /** `40,00 uur`, `190 km`, `€ 12,50` */
    quantity,
    /** `€ 30,24`; of expenses the share that is billed; of a changed rate both. */
    price: ({ unit, priceCents, oldPriceCents }: PricedLine) => {
      if (oldPriceCents != null) return `${money(oldPriceCents)} → ${money(priceCents)}`;
      return unit === 'euros' ? t('unit.share', { percent: priceCents }) : money(priceCents);
    },
    /** An amount of an invoice as it counts: of a credit note below nothing. */
    signed: ({ kind }: Pick<InvoiceRow, 'kind'>, cents: number) =>
      money(kind === 'credit' && cents !== 0 ? -cents : cents),
    /** `Factuur 2026-000123`, `Conceptfactuur` */
    name: ({ kind, number }: Pick<InvoiceRow, 'kind' | 'number'>) =>
      number === null ? t(`draft.${kind}`) : t('one.title', { kind: t(`kind.${kind}`), number }),
    hourType: ({
      description,
      hourTypeNl,
      hourTypeEn,
    }: Pick<InvoiceLine, 'description' | 'hourTypeNl' | 'hourTypeEn'>) =>
      description ?? (language === 'nl' ? hourTypeNl : hourTypeEn) ?? '',
  };
}

/** What is still to be credited of a line. */
export const leftOf = ({ size, creditedSize }: InvoiceLine): number => size - creditedSize;

/** A final invoice of which something can still be taken back. */
export const isCreditable = ({ kind, status, lines }: Invoice): boolean =>
  kind === 'invoice' && status === 'final' && lines.some((line) => leftOf(line) > 0);

/** Says why an act on an invoice was refused. */
export function useInvoiceProblem(): (error: unknown) => void {
  const { t } = useTranslation('invoices');
  return (error) => {
    const codes = ['record-changed', 'wrong-state'] as const;
    const code = codes.find((one) => isProblem(error, one));
    if (code) toast({ tone: 'bad', message: t(`failed.${code}`) });
    else toastProblem(error);
  };
}
