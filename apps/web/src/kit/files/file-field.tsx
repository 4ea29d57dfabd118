import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Words } from '../../ui/field.tsx';
import { DropField } from './drop-field.tsx';

/** A file, chosen or dropped. */
export function FileField(
  props: Words & {
    name?: string;
    accept: string;
    /** The name of the file that was chosen last. */
    chosen?: string | undefined;
    isBusy: boolean;
    onFile: (file: File) => void;
    /** What was chosen, as it will be seen. */
    children?: ReactNode;
  },
) {
  const { t } = useTranslation('office');
  const { chosen, onFile, children, ...field } = props;
  return (
    <DropField
      {...field}
      choose={t('file.choose')}
      hint={chosen ?? t('file.drop')}
      picture={children}
      onFiles={([file]) => file && onFile(file)}
    />
  );
}
