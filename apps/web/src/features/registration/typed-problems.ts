import { type CellProblem, wholeSheet } from '../hours/parts/read-sheet.ts';
import { refusedAt } from '../hours/parts/refused.ts';

/** What is wrong with one field; `key` is that of a cell, `budgetNumber` or `remark`. */
export type TypedProblem = CellProblem;

/** At the fields of a form: the budget number and the remark stand below the hours. */
export const ofForm = ({ key, field, code }: CellProblem): TypedProblem => ({
  key: field === 'budgetNumber' ? 'budgetNumber' : key === wholeSheet ? 'remark' : key,
  field,
  code,
});

/** Of a number. */
export const isOfField = ({ key }: TypedProblem): boolean => key.includes('@');

/**
 * While one types: what is wrong with a number, and a budget number that is none of the client's; one that is
 * missing is said once somebody wants to save or send.
 */
export const isSaidAtOnce = (problem: TypedProblem): boolean =>
  isOfField(problem) || problem.code === 'budget-number-unknown';

/** What the API found wrong, at the fields of a form that has one budget number below its hours. */
export const problemsAt = (...refused: Parameters<typeof refusedAt>) => allOfForm(refusedAt(...refused));

export const allOfForm = (refused: readonly CellProblem[]): TypedProblem[] =>
  refused.filter(({ code }) => code !== 'budget-number-in-note').map(ofForm);
