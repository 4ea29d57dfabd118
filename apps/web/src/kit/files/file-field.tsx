import { IconFileUpload } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Field, useWords, type Words } from '../../ui/field.tsx';
import classes from './file-field.module.css';

/**
 * A file, chosen or dropped: our words over the platform's own choice of files, whose button speaks the language of the browser.
 * docs/decisions/0033-fields-of-our-own.md
 */
export function FileField(
  props: Words & {
    name?: string;
    /** As browsers have it: extensions and media types. What is in a file is the API's to judge. */
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
  const { label, description, error, name, accept, chosen, isBusy, onFile, children } = props;
  // A button is never invalid itself.
  const { id, 'aria-describedby': describedBy } = useWords(props);
  const [isOver, setIsOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file && !isBusy) onFile(file);
    if (input.current) input.current.value = ''; // the same file may be chosen again
  };
  return (
    <Field
      id={id}
      label={label}
      {...(description && { description })}
      error={error && <span role="alert">{error}</span>}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the button does the same */}
      <div
        className={classes.drop}
        data-wrong={error ? true : undefined}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setIsOver(false);
          take(event.dataTransfer.files);
        }}
      >
        {children ?? <IconFileUpload size={28} stroke={1.5} aria-hidden />}
        <input
          ref={input}
          type="file"
          name={name}
          accept={accept}
          hidden
          onChange={(event) => take(event.currentTarget.files)}
        />
        <Button
          id={id}
          variant="default"
          loading={isBusy}
          aria-describedby={describedBy}
          aria-label={`${t('file.choose')}: ${label}`}
          onClick={() => input.current?.click()}
        >
          {t('file.choose')}
        </Button>
        <span className={classes.name}>{chosen ?? t('file.drop')}</span>
      </div>
    </Field>
  );
}
