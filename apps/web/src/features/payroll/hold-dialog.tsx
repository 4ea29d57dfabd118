import { longest } from '@konnekt/shared/basics/text-rules';
import { cleanText } from '@konnekt/shared/basics/typed-text';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { isTooLong, TextAreaField } from '../../ui/field.tsx';
import { useHolding } from './use-holding.ts';

/** Asks why a worksheet is held back: whoever lets it go reads that. */
export function HoldDialog(props: { id: string; name: string; period: string; onClose: () => void }) {
  const { t } = useTranslation(['payroll', 'common']);
  const { id, name, period, onClose } = props;
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const { hold } = useHolding(onClose);
  const isEmpty = cleanText(reason) === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsMissing(isEmpty);
    if (isEmpty || isTooLong(reason, longest.reason)) field.current?.focus();
    else hold.mutate({ id, reason: cleanText(reason) });
  };
  return (
    <Dialog title={t('hold.title', { name, period })} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>{t('hold.text')}</p>
        <TextAreaField
          ref={field}
          data-autofocus
          label={t('hold.reason')}
          error={isMissing && isEmpty && t('hold.reasonMissing')}
          value={reason}
          onChange={({ currentTarget: { value } }) => setReason(value)}
          limit={longest.reason}
          rows={3}
          required
        />
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button type="submit" loading={hold.isPending}>
            {t('hold.submit')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
