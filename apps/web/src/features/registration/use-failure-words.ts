import { useTranslation } from 'react-i18next';
import { ConnectionProblem } from '../../api/problem.ts';
import { problemMessage } from '../../api/problem-message.ts';

/** Why hours could not be saved or sent; where no answer came, also that they are kept on the device. */
export function useFailureWords() {
  const { t } = useTranslation('registration');
  return (error: unknown): string =>
    error instanceof ConnectionProblem
      ? t(error.isOffline ? 'entry.noConnection' : 'entry.noAnswer')
      : problemMessage(error);
}
