import type { Bookkeeping } from '@konnekt/shared/ledger/ledger.contract';
import { textOrNull } from '../../kit/form/typed-values.ts';

/** What was typed on an invoice has an account of its own. */
export const typedLines = 'typed';
export const accountField = (id: string, kind: 'standard' | 'reversed') => `${id}/${kind}`;
const vatKinds = ['standard', 'reversed', 'none'] as const;

export type LedgerValues = Record<string, string>;

/** The settings as texts: for each hour type its accounts. */
export function ledgerForm({ journal, accounts, vatCodes }: Bookkeeping, hourTypeIds: readonly string[]): LedgerValues {
  const accountsOf = (id: string) => accounts.find(({ hourTypeId }) => (hourTypeId ?? typedLines) === id);
  return {
    journal: journal ?? '',
    ...Object.fromEntries(vatKinds.map((kind) => [`vatCodes/${kind}`, vatCodes[kind] ?? ''])),
    ...Object.fromEntries(
      [...hourTypeIds, typedLines].flatMap((id) =>
        (['standard', 'reversed'] as const).map((kind) => [accountField(id, kind), accountsOf(id)?.[kind] ?? '']),
      ),
    ),
  };
}

/** What was typed, as the API takes it; an hour type without accounts has no row. */
export function ledgerBody(values: LedgerValues, hourTypeIds: readonly string[]): Bookkeeping {
  const text = (name: string) => textOrNull(values[name] ?? '');
  const accounts = [...hourTypeIds, typedLines].flatMap((id) => {
    const [standard, reversed] = [text(accountField(id, 'standard')), text(accountField(id, 'reversed'))];
    return standard || reversed ? [{ hourTypeId: id === typedLines ? null : id, standard, reversed }] : [];
  });
  return {
    journal: text('journal'),
    accounts,
    vatCodes: { standard: text('vatCodes/standard'), reversed: text('vatCodes/reversed'), none: text('vatCodes/none') },
  };
}
