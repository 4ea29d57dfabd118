import { longest } from '@konnekt/shared/basics/text-rules';
import { cleanText } from '@konnekt/shared/basics/typed-text';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session-queries.ts';
import { keep, readKept } from '../../kit/storage/account-storage.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { isTooLong, TextAreaField } from '../../ui/field.tsx';
import classes from './reason-dialog.module.css';

interface KeptReason {
  /** The worksheets that it was typed for. */
  of: string[];
  reason: string;
}

/**
 * Asks one reason for all that is sent back; without one it cannot be put right. What was typed for one of these worksheets is there
 * again when it is opened anew.
 */
export function ReasonDialog(props: {
  kind: 'decline' | 'refuse';
  ids: readonly string[];
  isBusy: boolean;
  onClose: () => void;
  /** `onDone` is to be called once it was done. */
  onSubmit: (reason: string, onDone: () => void) => void;
}) {
  const { t } = useTranslation(['worksheets', 'common']);
  const { accountId } = useMe();
  const name = `reason-for.${props.kind}`;
  const [reason, setReason] = useState(() => {
    const kept = readKept<KeptReason>(sessionStorage, accountId, name);
    return kept?.of.some((id) => props.ids.includes(id)) ? kept.reason : '';
  });
  const [isMissing, setIsMissing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const count = props.ids.length;
  const isEmpty = cleanText(reason) === '';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsMissing(isEmpty);
    if (isEmpty || isTooLong(reason, longest.reason)) field.current?.focus();
    else props.onSubmit(cleanText(reason), () => keep(sessionStorage, accountId, name, undefined));
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
          error={isMissing && isEmpty && t('decline.reasonMissing')}
          value={reason}
          onChange={({ currentTarget: { value } }) => {
            setReason(value);
            keep(
              sessionStorage,
              accountId,
              name,
              value ? ({ of: [...props.ids], reason: value } satisfies KeptReason) : undefined,
            );
          }}
          limit={longest.reason}
          counts
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
