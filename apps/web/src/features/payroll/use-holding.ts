import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { recordKeys } from '../../kit/form/record-keys.ts';
import { toast, toastProblem } from '../../ui/toast.tsx';

/** Holding a worksheet back from every run, and letting it go. */
export function useHolding() {
  const { t } = useTranslation(['payroll', 'common']);
  const queryClient = useQueryClient();
  const settled = (act: 'held' | 'letGo', { refused }: { refused: { code: 'already-paid' | 'wrong-state' }[] }) => {
    void queryClient.invalidateQueries({ queryKey: recordKeys.all });
    const [first] = refused;
    if (first) toast({ tone: 'bad', message: t(`common:problem.${first.code}`) });
    else toast({ tone: 'good', message: t(`hold.${act}`) });
  };
  const hold = useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      call('POST /api/payroll-runs/hold', { body: { ids: [id], reason } }),
    onSuccess: (answer) => settled('held', answer),
  });
  const letGo = useMutation({
    mutationFn: (id: string) => call('POST /api/payroll-runs/let-go', { body: { ids: [id] } }),
    onSuccess: (answer) => settled('letGo', answer),
    onError: toastProblem,
  });
  return { hold, letGo };
}
