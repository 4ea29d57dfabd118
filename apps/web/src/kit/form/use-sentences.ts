import type { FieldProblem } from '@konnekt/shared/basics/problem';
import type { Values } from './record-draft.ts';
import type { RecordFormState } from './use-record-form.ts';
import { useWrongText } from './use-wrong-text.ts';

/** What is wrong with fields that have no room for words below them: each sentence once, in the bar, and where fields find theirs. */
export function useSentences<V extends Values>({ id, errors }: Pick<RecordFormState<V>, 'id' | 'errors'>) {
  const wrongText = useWrongText();
  const texts = [...new Set(errors.map(wrongText))];
  const idOf = (problem: FieldProblem): string => `${id}wrong${texts.indexOf(wrongText(problem))}`;
  return {
    idOf,
    /** Those of some of the problems. */
    of: (some: readonly FieldProblem[]) =>
      [...new Map(some.map((one) => [idOf(one), wrongText(one)]))].map(([key, text]) => ({ id: key, text })),
  };
}
