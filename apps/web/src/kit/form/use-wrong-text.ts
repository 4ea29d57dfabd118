import type { FieldProblem } from '@konnekt/shared/basics/problem';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { type PeriodName, useFormat } from '../../i18n/format.ts';

const days = ['day', 'from', 'until'];

/** The words for what is wrong with a field of a record, with the days and the week that they name. */
export function useWrongText() {
  const { t } = useTranslation('office');
  const format = useFormat();
  return ({ code, values = {} }: Pick<FieldProblem, 'code' | 'values'>): string => {
    const named = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, days.includes(name) ? format.day(String(value)) : value]),
    );
    // What a week is wrong with names it whole: type, year, number and first day.
    const period = 'startsOn' in values ? format.period(values as unknown as PeriodName) : '';
    const key = `office:wrong.${code}`;
    if (!i18next.exists(key)) return t('wrong.invalid');
    // The key is made of a code, so its type says nothing: whether it exists was asked.
    return String(t(key as never, { ...named, period } as never));
  };
}
