import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem.ts';
import { problemMessage } from '../../api/problem-message.ts';
import { useWrongText } from '../../kit/form/use-wrong-text.ts';

/** What is wrong in a form, at its field; and what is wrong with the whole, where no field can be named. */
export function useWrongFields(error: unknown): {
  at: (field: string) => string | undefined;
  whole: string | undefined;
} {
  const { t: common } = useTranslation();
  const wrongText = useWrongText();
  const errors = error instanceof ApiProblem ? (error.body.errors ?? []) : [];
  return {
    at: (field) => {
      const problem = errors.find(({ pointer }) => pointer === `/${field}`);
      return problem && wrongText(problem);
    },
    whole: error && errors.length === 0 ? problemMessage(common, error) : undefined,
  };
}
