import type {
  Registration,
  RegistrationRow,
  RegistrationSheet,
} from '@konnekt/shared/registration/registration.contract';
import { useCallback, useMemo } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { type TypedSheet, unitsOf } from '../hours/parts/sheet.ts';
import { asNumbers, inParts } from '../hours/parts/sheet-parts.ts';
import { useDraft } from '../hours/parts/use-draft.ts';
import { keptHoursName } from './kept-hours.ts';
import { readTyped, rulesOf, typedFrom } from './typed-hours.ts';

/** The hours of one person as they are typed: the whole worksheet, hours to add to it (`more`), or added hours that came back. */
export function useTyped(registration: Registration, row: RegistrationRow, part: 'whole' | 'more' | RegistrationSheet) {
  const { language } = useFormat();
  const name = keptHoursName(row.placement.id, registration.period, typeof part === 'string' ? part : part.id);
  const stored = typeof part === 'string' ? (part === 'whole' ? row.worksheet : null) : part;
  const unitOf = useMemo(() => unitsOf(registration.hourTypes), [registration.hourTypes]);
  const fresh = useMemo(
    () => typedFrom(stored, row.placement.budgetNumber, language, unitOf),
    [stored, row.placement.budgetNumber, language, unitOf],
  );
  const rules = useMemo(() => rulesOf(registration, row, stored?.id, unitOf), [registration, row, stored?.id, unitOf]);
  const read = useCallback((sheet: TypedSheet) => readTyped(sheet, rules), [rules]);
  /** Days in their parts; the whole period as one number for each hour type. */
  const shown = useCallback(
    (sheet: TypedSheet) => (sheet.perDay ? inParts(sheet, unitOf, language) : asNumbers(sheet, unitOf, language)),
    [unitOf, language],
  );
  return useDraft({ name, stored, fresh, read, shown });
}
