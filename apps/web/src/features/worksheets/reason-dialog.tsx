import { cleanText } from '@konnekt/shared/basics/typed-text';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextAreaField } from '../../ui/field.tsx';
import classes from './reason-dialog.module.css';

/** Asks one reason for all that is sent back; without one it cannot be put right. */
export function ReasonDialog(props: {
  kind: 'decline' | 'refuse';
  count: number;
  isBusy: boolean;
  onClose: () => void;
  onSubmit: (reason: string) => void;
}) {
  const { t } = useTranslation(['worksheets', 'common']);
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const { count } = props;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isEmpty = cleanText(reason) === '';
    setIsMissing(isEmpty);
    if (isEmpty) field.current?.focus();
    else props.onSubmit(cleanText(reason));
  };

  return (
    <Dialog onClose={props.onClose} title={t(`${props.kind}.title`, { count })}>
      <form onSubmit={submit} noValidate>
        <p className={classes.text}>{t('decline.text', { count })}</p>
        <TextAreaField
          ref={field}
          data-autofocus
          label={t('decline.reason')}
          description={t('decline.reasonHint')}
          error={isMissing && t('decline.reasonMissing')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={1000}
          rows={4}
          required
        />
        <DialogActions>
          <Button variant="default" onClick={props.onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button type="submit" variant="danger" loading={props.isBusy}>
            {t(`${props.kind}.submit`)}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
