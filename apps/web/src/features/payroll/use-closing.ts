import type { PayrollRun } from '@konnekt/shared/payroll/payroll.schema';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { recordKeys } from '../../kit/form/record-keys.ts';
import { toast, toastProblem } from '../../ui/toast.tsx';

/** Closes a run; whoever leaves the page meanwhile is told all the same. */
export function useClosing() {
  const { t } = useTranslation('payroll');
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: Pick<PayrollRun, 'id' | 'version' | 'number'>) =>
      call('POST /api/payroll-runs/:id/close', { params: { id }, body: { version } }),
    onSuccess: (_, { number }) => toast({ tone: 'good', message: t('close.done', { number }) }),
    onError: toastProblem,
    onSettled: () => queryClient.invalidateQueries({ queryKey: recordKeys.all }),
  });
}
