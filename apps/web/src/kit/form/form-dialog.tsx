import type { ReactNode } from 'react';
import type { Values } from './record-draft.ts';
import { RecordForm } from './record-form.tsx';
import { TypedDialog } from './typed-dialog.tsx';
import type { RecordFormState as Form } from './use-record-form.ts';

/** A form in a dialog. */
export function FormDialog<V extends Values>(props: {
  title: string;
  form: Form<V>;
  nameOf: (field: string) => string;
  submit: string;
  isNew?: boolean;
  isWide?: boolean;
  isNarrow?: (pointer: string) => boolean;
  wordsOf?: (field: string, value: Values[string]) => string | undefined;
  children: ReactNode;
  onClose: () => void;
}) {
  const { title, form, isWide = false, onClose, children, ...rest } = props;
  return (
    <TypedDialog title={title} isWide={isWide} isDirty={form.isDirty} onClose={onClose}>
      {(close) => (
        <RecordForm form={form} {...rest} onCancel={close}>
          {children}
        </RecordForm>
      )}
    </TypedDialog>
  );
}
