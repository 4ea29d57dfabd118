import type { PayrollRunDetail } from '@konnekt/shared/payroll/payroll.schema';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { call } from '../../api/client.ts';
import { paths } from '../../kit/address/paths.ts';
import { recordKeys } from '../../kit/form/record-keys.ts';
import { takeOut } from '../../kit/list/take-out.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { toast, toastProblem } from '../../ui/toast.tsx';

/** Asks before an open run is thrown away; what it would have taken waits for the next one. */
export function DiscardRunDialog({ run, onClose }: { run: PayrollRunDetail; onClose: () => void }) {
  const { t } = useTranslation(['payroll', 'common']);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const discard = useMutation({
    mutationFn: () =>
      call('POST /api/payroll-runs/:id/discard', { params: { id: run.id }, body: { version: run.version } }),
    onSuccess: async () => {
      toast({ tone: 'good', message: t('discard.done', { number: run.number }) });
      takeOut(queryClient, recordKeys.list('payroll-runs'), run.id);
      // Away first: asked anew, this screen would find nothing.
      await navigate(paths.payrollRuns, { replace: true });
      void queryClient.invalidateQueries({ queryKey: recordKeys.all });
    },
    onError: (error) => {
      onClose();
      toastProblem(error);
      return queryClient.invalidateQueries({ queryKey: recordKeys.all });
    },
  });
  return (
    <Dialog title={t('discard.title', { number: run.number })} onClose={onClose}>
      <p>{t('discard.text')}</p>
      <DialogActions>
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('common:action.cancel')}
        </Button>
        <Button variant="danger" loading={discard.isPending} onClick={() => discard.mutate()}>
          {t('discard.act')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
