import { formatHundredths, parseHundredths } from '@konnekt/shared/basics/money';
import type { FieldProblem } from '@konnekt/shared/basics/problem';
import { longest } from '@konnekt/shared/basics/text-rules';
import type { Invoice } from '@konnekt/shared/invoices/invoice.contract';
import { fitsOnLine } from '@konnekt/shared/invoices/invoice.sums';
import { textOrNull } from '../../kit/form/typed-values.ts';
import { isTooLong } from '../../ui/field.tsx';

/** An amount that is no hours, as it is typed. */
type FreeLine = { description: string; size: string; priceCents: string };
export type DraftValues = { remark: string; orderReference: string; freeLines: readonly FreeLine[] };

export const blankLine: FreeLine = { description: '', size: '1', priceCents: '' };

export const draftForm = ({ remark, orderReference, lines }: Invoice, language: 'nl' | 'en'): DraftValues => ({
  remark: remark ?? '',
  orderReference: orderReference ?? '',
  freeLines: lines
    .filter(({ description, creditsLineId }) => description !== null && creditsLineId === null)
    .map(({ description, size, priceCents }) => ({
      description: description ?? '',
      size: `${size < 0 ? '-' : ''}${formatHundredths(Math.abs(size), language, 'needed')}`,
      priceCents: formatHundredths(priceCents, language),
    })),
});

/** As the API takes it: what is wrong was said before. */
export const draftBody = ({ remark, orderReference, freeLines }: DraftValues) => ({
  remark: textOrNull(remark),
  orderReference: textOrNull(orderReference),
  freeLines: freeLines.map(({ description, size, priceCents }) => ({
    description,
    size: readSize(size) ?? 0,
    priceCents: readPrice(priceCents) ?? 0,
  })),
});

export const draftProblems = ({ remark, freeLines }: DraftValues): FieldProblem[] => [
  ...(isTooLong(remark, longest.reason) ? [{ pointer: '/remark', code: 'too-long' }] : []),
  ...freeLines.flatMap((line, index) =>
    Object.entries(wrongOf(line)).flatMap(([field, code]) =>
      code ? [{ pointer: `/freeLines/${index}/${field}`, code }] : [],
    ),
  ),
];

function wrongOf({ description, ...typed }: FreeLine): Partial<Record<keyof FreeLine, FieldProblem['code']>> {
  const size = readSize(typed.size);
  const priceCents = readPrice(typed.priceCents);
  return {
    ...(description.trim() === '' && { description: 'required' }),
    ...(size === undefined && { size: 'quantity-not-understood' }),
    ...(priceCents === undefined
      ? { priceCents: typed.priceCents.trim() === '' ? 'amount-empty' : 'amount-not-understood' }
      : !fitsOnLine({ size: size ?? 0, priceCents }) && { priceCents: 'too-much-on-line' }),
  };
}

/** Below nothing it takes something off. */
function readSize(quantity: string): number | undefined {
  const read = parseHundredths(quantity.replace(/^\s*[-−]/, ''));
  if (!('hundredths' in read)) return undefined;
  return /^\s*[-−]/.test(quantity) ? -read.hundredths : read.hundredths;
}

function readPrice(price: string): number | undefined {
  const read = parseHundredths(price);
  return 'hundredths' in read ? read.hundredths : undefined;
}
