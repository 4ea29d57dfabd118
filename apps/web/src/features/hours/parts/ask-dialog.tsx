import type { Warning } from '@konnekt/shared/worksheets/worksheet.warnings';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogActions } from '../../../ui/dialog.tsx';
import { WarningLines } from './hours-warnings.tsx';

/** Before hours go out that stand out: a look at why, and on. */
export function AskWarnings(props: {
  warnings: readonly Warning[];
  /** Days with hours that were not worked yet. */
  ahead?: number;
  children?: ReactNode;
  onClose: () => void;
  onSend: () => void;
}) {
  const { t } = useTranslation('dialogs');
  return (
    <Dialog title={t('ask.title')} onClose={props.onClose}>
      {props.children}
      {(props.ahead ?? 0) > 0 && <p>{t('ask.ahead', { count: props.ahead })}</p>}
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

/** Nothing was filled in: the safe button has the focus, since Enter may have been pressed once too often. */
export function AskZero(props: {
  title: string;
  text: string;
  back: string;
  confirm: string;
  onClose: () => void;
  onSend: () => void;
}) {
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <p>{props.text}</p>
      <DialogActions>
        <Button variant="default" data-autofocus onClick={props.onClose}>
          {props.back}
        </Button>
        <Button onClick={props.onSend}>{props.confirm}</Button>
      </DialogActions>
    </Dialog>
  );
}

/** What came back is about to go out as it was: whoever sent it back gave a reason. */
export function AskUnchanged(props: { reason: string | null; onClose: () => void; onSend: () => void }) {
  const { t } = useTranslation('dialogs');
  return (
    <AskZero
      title={t('unchanged.title')}
      text={props.reason ? t('unchanged.reason', { reason: props.reason }) : t('unchanged.text')}
      back={t('unchanged.back')}
      confirm={t('unchanged.send')}
      onClose={props.onClose}
      onSend={props.onSend}
    />
  );
}
