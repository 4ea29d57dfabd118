import { ApiProblem } from '../../../api/problem.ts';
import { FormProblems } from '../../../kit/form/use-record-form.ts';

/** Names of the fields as the form has them: the API may name one inside another object. */
export async function atOwnFields<R>(work: Promise<R>): Promise<R> {
  try {
    return await work;
  } catch (error) {
    const errors = error instanceof ApiProblem ? (error.body.errors ?? []) : [];
    if (errors.length === 0) throw error;
    throw new FormProblems(errors.map((one) => ({ ...one, pointer: one.pointer.replace(/^\/name(?=\/)/, '') })));
  }
}
