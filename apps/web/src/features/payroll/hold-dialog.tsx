import { longest } from '@konnekt/shared/basics/text-rules';
import { cleanText } from '@konnekt/shared/basics/typed-text';
import { useTranslation } from 'react-i18next';
import { BoundTextArea } from '../../kit/form/bound-fields.tsx';
import { FormDialog } from '../../kit/form/form-dialog.tsx';
import { missing } from '../../kit/form/typed-values.ts';
import { useFieldName } from '../../kit/form/use-field-name.ts';
import { FormProblems, useRecordForm } from '../../kit/form/use-record-form.ts';
import { useHolding } from './use-holding.ts';

const blank = { reason: '' };

/** Asks why a worksheet is held back: whoever lets it go reads that. */
export function HoldDialog(props: { id: string; name: string; period: string; onClose: () => void }) {
  const { t } = useTranslation(['payroll', 'common']);
  const { id, name, period, onClose } = props;
  const nameOf = useFieldName('payroll');
  const { hold } = useHolding();
  const form = useRecordForm({
    stored: blank,
    save: (values) => {
      const wrong = missing(values);
      if (wrong.length > 0) throw new FormProblems(wrong);
      return hold.mutateAsync({ id, reason: cleanText(values.reason) });
    },
    formOf: () => blank,
    onSaved: onClose,
  });
  return (
    <FormDialog
      title={t('hold.title', { name, period })}
      form={form}
      isNew
      nameOf={nameOf}
      submit={t('hold.submit')}
      onClose={onClose}
    >
      <p>{t('hold.text')}</p>
      <BoundTextArea
        name="reason"
        label={t('hold.reason')}
        limit={longest.reason}
        rows={3}
        required
        wide
        data-autofocus
      />
    </FormDialog>
  );
}
