/** The parts of the product that rules over the whole database are about. */
export const ruleAreas = [
  'hours',
  'history',
  'payroll',
  'invoices',
  'messages',
  'documents',
  'people',
  'database',
] as const;
export type RuleArea = (typeof ruleAreas)[number];
