import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem.ts';
import { toast, toastProblem } from '../../ui/toast.tsx';

/** Says why a message was not sent; a file that is gone by then in its own words. */
export function useSendProblem() {
  const { t } = useTranslation('messages');
  return (problem: unknown) => {
    const errors = problem instanceof ApiProblem ? (problem.body.errors ?? []) : [];
    if (errors.some(({ code }) => code === 'file-gone')) toast({ tone: 'bad', message: t('write.fileGone') });
    else if (errors.some(({ pointer }) => pointer === '/personId'))
      toast({ tone: 'bad', message: t('begin.noReceiver') });
    else toastProblem(problem);
  };
}
