import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogActions } from '../../../ui/dialog.tsx';

/** Asks once before numbers are given: how many become final, of which that were there before, and that they are mailed. */
export function DayDialog(props: {
  /** Drafts that are made of what is ready. */
  made: number;
  /** Drafts that are there already. */
  taken: number;
  isMailed: boolean;
  onClose: () => void;
  onSure: () => void;
}) {
  const { t } = useTranslation(['finance', 'common']);
  const format = useFormat();
  const { made, taken } = props;
  const all = made + taken;
  return (
    <Dialog title={t('day.sure', { count: all, number: format.count(all) })} onClose={props.onClose}>
      <p>
        {t('day.sureOf', { made: format.count(made), taken: format.count(taken) })}{' '}
        {props.isMailed && t('day.sureMail', { count: all, number: format.count(all) })}
      </p>
      <p>{t('day.sureText')}</p>
      <DialogActions>
        <Button variant="default" data-autofocus onClick={props.onClose}>
          {t('common:action.cancel')}
        </Button>
        <Button onClick={props.onSure}>{t('day.step.finalise')}</Button>
      </DialogActions>
    </Dialog>
  );
}
