import type { FieldProblem } from '@konnekt/shared/basics/problem';
import { useWrongText } from '../../kit/form/use-wrong-text.ts';
import field from '../../ui/field.module.css';

/** What is wrong with a part of a form that is no single field. */
export function PartProblem({ problem }: { problem: FieldProblem | undefined }) {
  const wrongText = useWrongText();
  return problem ? (
    <p className={field.error} role="alert">
      {wrongText(problem)}
    </p>
  ) : null;
}
