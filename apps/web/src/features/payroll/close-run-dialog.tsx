import type { PayrollRunDetail } from '@konnekt/shared/payroll/payroll.schema';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { useFormat } from '../../i18n/format.ts';
import { recordKeys } from '../../kit/form/record-keys.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { toast, toastProblem } from '../../ui/toast.tsx';
import classes from './payroll.module.css';
import { MissingCodes } from './run-overview.tsx';

/** Asks before a run is closed, with what is then fixed for good. */
export function CloseRunDialog({ run, onClose }: { run: PayrollRunDetail; onClose: () => void }) {
  const { t } = useTranslation(['payroll', 'common']);
  const format = useFormat();
  const queryClient = useQueryClient();
  const close = useMutation({
    mutationFn: () =>
      call('POST /api/payroll-runs/:id/close', { params: { id: run.id }, body: { version: run.version } }),
    onSuccess: () => toast({ tone: 'good', message: t('close.done', { number: run.number }) }),
    onError: toastProblem,
    onSettled: () => {
      onClose();
      return queryClient.invalidateQueries({ queryKey: recordKeys.all });
    },
  });
  const mayClose = run.missingCodes.length === 0 && run.worksheets > 0;
  const sizes = {
    worksheets: format.count(run.worksheets),
    employees: format.count(run.employees),
    hours: format.hoursLong(run.totalMinutes),
  };
  return (
    <Dialog title={t('close.title', { number: run.number })} onClose={onClose}>
      <div className={classes.stack}>
        {run.worksheets === 0 ? (
          <p>{t('common:problem.nothing-to-pay')}</p>
        ) : (
          <>
            <p>
              {t('close.text', sizes)} {t('close.date', { day: format.day(run.runDate) })}
            </p>
            <p>{t('close.frozen')}</p>
          </>
        )}
        <MissingCodes run={run} />
      </div>
      <DialogActions>
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('common:action.cancel')}
        </Button>
        {mayClose && (
          <Button loading={close.isPending} onClick={() => close.mutate()}>
            {t('close.submit')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
