import type { ExportContent } from './export.schema.ts';

/** What an export knows of a hour type: its own code of payroll, where the office gave it one. */
export interface CodedType {
  hourTypeId: string;
  hourTypeCode: string;
  payrollCode: string | null;
}

type Codes = Pick<ExportContent, 'codes' | 'numbersOnly'>;

/** What a hour type is called in a file, and what of it is counted; `'left-out'` and `'missing'` are in none. */
export function codeOf(content: Codes, type: Omit<CodedType, 'hourTypeCode'>) {
  const given = content.codes.find(({ hourTypeId }) => hourTypeId === type.hourTypeId);
  if (given) return given.code === null ? 'left-out' : { code: given.code, figure: given.figure };
  const own = type.payrollCode;
  if (own === null || (content.numbersOnly && !/^\d+$/.test(own))) return 'missing';
  return { code: own, figure: 'quantity' as const };
}

/** Whether a file has payroll codes at all. */
export const usesCodes = ({ shape, columns }: Pick<ExportContent, 'shape' | 'columns'>): boolean =>
  shape === 'wide' || columns.some(({ field }) => field === 'payrollCode');

/** The hour types of a run that a definition has no code for. */
export const missingCodes = <T extends CodedType>(content: ExportContent, types: readonly T[]): T[] =>
  usesCodes(content) ? types.filter((type) => codeOf(content, type) === 'missing') : [];
