import type { Warning } from '@konnekt/shared/worksheets/worksheet.warnings';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogActions } from '../../../ui/dialog.tsx';
import { WarningLines } from './hours-warnings.tsx';

/** Before hours go out that stand out: a look at why, and on. */
export function AskWarnings(props: {
  warnings: readonly Warning[];
  children?: ReactNode;
  onClose: () => void;
  onSend: () => void;
}) {
  const { t } = useTranslation('dialogs');
  return (
    <Dialog title={t('ask.title')} onClose={props.onClose}>
      {props.children}
      <WarningLines warnings={props.warnings} />
      <p>{t('ask.text')}</p>
      <DialogActions>
        <Button variant="default" data-autofocus onClick={props.onClose}>
          {t('ask.lookAgain')}
        </Button>
        <Button onClick={props.onSend}>{t('ask.send')}</Button>
      </DialogActions>
    </Dialog>
  );
}
