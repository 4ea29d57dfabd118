import { describe, expect, it } from 'vitest';
import { FormProblems } from '../../kit/form/use-record-form.ts';
import { normalRate, rateForm, suggestion, typedRates } from './rate-values.ts';

const type = (id: string, shareBp: number) => ({
  id,
  code: id,
  nameNl: id,
  nameEn: id,
  kind: 'normal' as const,
  unit: 'hours' as const,
  isWorked: true,
  receipt: 'none' as const,
  version: 1,
  billShareBp: shareBp,
  payShareBp: shareBp,
  forEmployee: true,
  forSupervisor: true,
  payrollCode: null,
  sortOrder: 1,
  isActive: true,
});
const [normal, overtime] = [type('n', 10_000), type('o', 12_500)];
const types = [normal, overtime];
const blank = rateForm('2026-12-01', types);

describe('rates as they are typed', () => {
  it('are read in euros with a comma or a point; what was left empty stays as it is', () => {
    expect(typedRates({ ...blank, 'pay.n': '16,80', 'bill.n': '30.24' }, types)).toEqual([
      { hourTypeId: 'n', payCents: 1680, billCents: 3024 },
    ]);
  });

  it('suggest the share of the normal rate that is typed, or that is stored', () => {
    const typed = normalRate({ ...blank, 'pay.n': '16,80', 'bill.n': '30,24' }, [], normal);
    expect(suggestion(overtime, normal, typed, 'nl')).toEqual({ pay: '21,00', bill: '37,80' });
    const rates = [{ id: 'r', hourTypeId: 'n', validFrom: '2026-01-01', payCents: 1680, billCents: 3024 }];
    expect(suggestion(overtime, normal, normalRate(blank, rates, normal), 'en')).toEqual({
      pay: '21.00',
      bill: '37.80',
    });
    expect(suggestion(normal, normal, typed, 'nl')).toBeUndefined();
    expect(suggestion(overtime, normal, normalRate(blank, [], normal), 'nl')).toBeUndefined();
  });

  it('say at each field what is wrong with it', () => {
    const wrong = () => typedRates({ ...blank, validFrom: '', 'pay.n': 'veel', 'bill.o': '37,80' }, types);
    expect(wrong).toThrow(FormProblems);
    try {
      wrong();
    } catch (error) {
      expect((error as FormProblems).errors).toEqual([
        { pointer: '/validFrom', code: 'required' },
        { pointer: '/pay.n', code: 'amount-not-understood' },
        { pointer: '/bill.n', code: 'both-amounts' },
        { pointer: '/pay.o', code: 'both-amounts' },
      ]);
    }
    expect(() => typedRates(blank, types)).toThrow(FormProblems);
  });
});
