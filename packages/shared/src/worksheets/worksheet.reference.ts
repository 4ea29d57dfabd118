const letters = { week: 'W', 'four-weeks': 'P', month: 'M' } as const;

/** The number that people name on the phone: UB-2026-W47-000456. */
export function worksheetReference(
  period: { type: keyof typeof letters; year: number; number: number },
  number: number,
): string {
  const name = `${letters[period.type]}${String(period.number).padStart(2, '0')}`;
  return `UB-${period.year}-${name}-${String(number).padStart(6, '0')}`;
}
