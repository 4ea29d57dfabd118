import type { PayrollRunDetail } from '@konnekt/shared/payroll/payroll.schema';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { MissingCodes } from './missing-codes.tsx';
import classes from './payroll.module.css';

/** Asks before a run is closed, with what is then fixed for good. */
export function CloseRunDialog(props: { run: PayrollRunDetail; onSubmit: () => void; onClose: () => void }) {
  const { run, onSubmit, onClose } = props;
  const { t } = useTranslation(['payroll', 'common', 'office']);
  const format = useFormat();
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
          <p>{t('office:problem.nothing-to-pay')}</p>
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
          <Button
            onClick={() => {
              onClose();
              onSubmit();
            }}
          >
            {t('close.submit')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
