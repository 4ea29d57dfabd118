import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem.ts';
import { problemMessage } from '../../api/problem-message.ts';

const known = [
  'required',
  'invalid',
  'email',
  'in-the-past',
  'before-start',
  'overlaps-right',
  'other-role',
  'taken',
  'no-right',
] as const;
type Known = (typeof known)[number];
const isKnown = (code: string): code is Known => (known as readonly string[]).includes(code);

/** What is wrong in a form, at its field; and what is wrong with the whole, where no field can be named. */
export function useWrongFields(error: unknown): {
  at: (field: string) => string | undefined;
  whole: string | undefined;
} {
  const { t } = useTranslation(['colleagues', 'common']);
  const { t: common } = useTranslation();
  const errors = error instanceof ApiProblem ? (error.body.errors ?? []) : [];
  return {
    at: (field) => {
      const code = errors.find(({ pointer }) => pointer === `/${field}`)?.code;
      return code === undefined ? undefined : t(`wrong.${isKnown(code) ? code : 'invalid'}`);
    },
    whole: error && errors.length === 0 ? problemMessage(common, error) : undefined,
  };
}
