import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import type { Values } from './record-draft.ts';
import { RecordForm } from './record-form.tsx';
import type { RecordFormState as Form } from './use-record-form.ts';

/** A form in a dialog. Closing it over something typed asks first: a click beside it loses nothing. */
export function FormDialog<V extends Values>(props: {
  title: string;
  form: Form<V>;
  nameOf: (field: string) => string;
  submit: string;
  isNew?: boolean;
  isWide?: boolean;
  children: ReactNode;
  onClose: () => void;
}) {
  const { t } = useTranslation(['common']);
  const { title, form, isWide = false, onClose, children, ...rest } = props;
  const [asks, setAsks] = useState(false);
  const close = () => (form.isDirty() ? setAsks(true) : onClose());
  return (
    <Dialog title={asks ? t('leave.title') : title} onClose={close} isWide={isWide}>
      <div hidden={asks}>
        <RecordForm form={form} {...rest} onCancel={close}>
          {children}
        </RecordForm>
      </div>
      {asks && (
        <>
          <p>{t('leave.text')}</p>
          <DialogActions>
            <Button variant="default" onClick={onClose}>
              {t('leave.leave')}
            </Button>
            <Button onClick={() => setAsks(false)}>{t('leave.stay')}</Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
}
