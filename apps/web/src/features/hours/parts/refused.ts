import { type CellProblem, wholeSheet } from './read-sheet.ts';

/** What the API found wrong, `/lines/2/minutes`, at the cells that it came from. */
export function refusedAt(
  errors: readonly { pointer: string; code: string }[] = [],
  keys: readonly string[],
): CellProblem[] {
  return errors.flatMap(({ pointer, code }): CellProblem[] => {
    const [, list, index, name = 'minutes'] = pointer.split('/');
    const key = list === 'lines' ? keys[Number(index)] : list === 'remark' ? wholeSheet : undefined;
    if (!key) return [];
    const field = list === 'remark' ? 'remark' : (fields[name] ?? 'hours');
    const found = { key, field, code };
    // A budget number and a receipt stand behind the remark: that one lacks is said where it is seen.
    if (field !== 'budgetNumber' && field !== 'receipt') return [found];
    const seen = { ...found, code: code === 'budget-number-missing' ? 'budget-number-in-note' : code };
    return [found, { ...seen, field: 'hours' }, { ...seen, field: 'end' }];
  });
}

const fields: Record<string, CellProblem['field']> = {
  startsAt: 'start',
  endsAt: 'end',
  breakMinutes: 'pause',
  budgetNumber: 'budgetNumber',
  remark: 'remark',
  receipt: 'receipt',
};
