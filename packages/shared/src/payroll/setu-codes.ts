/**
 * What SETU calls hours: 2.0 by code, 1.4 by name. Only codes whose meaning is published are used (HT100 regular, HT200 overtime, HT300 shift,
 * HT320 irregular hours, HT340 work on a public holiday, HT701 sick); of what is paid but not worked 2.0 says no more than HT700.
 */
const byKind: Record<string, { code: string; name: string }> = {
  normal: { code: 'HT100', name: 'Regular' },
  overtime: { code: 'HT200', name: 'Overtime' },
  irregular: { code: 'HT320', name: 'Additional' },
  travel: { code: 'HT100', name: 'Travel' },
  leave: { code: 'HT700', name: 'Vacation' },
  sick: { code: 'HT701', name: 'Sick time' },
  holiday: { code: 'HT700', name: 'Holiday' },
  other: { code: 'HT100', name: 'Regular' },
};

interface Kind {
  kind: string;
  unit: string;
}

/** EA102 is a travel allowance per kilometre, EA100 any other; hours have a code of their kind. */
export function setuCodeOf({ kind, unit }: Kind): string {
  if (unit === 'kilometres') return 'EA102';
  if (unit === 'euros' || unit === 'pieces') return 'EA100';
  return byKind[kind]?.code ?? 'HT100';
}

/** The name in SETU 1.4 (HR-XML). */
export const setuNameOf = ({ kind, unit }: Kind): string =>
  unit === 'surcharge' ? 'Additional' : (byKind[kind]?.name ?? 'Regular');
