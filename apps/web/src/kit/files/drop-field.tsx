import { IconFileUpload } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Field, useWords, type Words } from '../../ui/field.tsx';
import classes from './file-field.module.css';

/**
 * Where files are chosen or dropped: our words over the platform's own choice of files, whose button speaks the language of the browser.
 * docs/decisions/0033-fields-of-our-own.md
 */
export function DropField(
  props: Words & {
    name?: string | undefined;
    /** As browsers have it: extensions and media types. What is in a file is the API's to judge. */
    accept: string;
    isMany?: boolean;
    isBusy?: boolean;
    /** What stands on the button, and beside it. */
    choose: string;
    hint: string;
    /** What was chosen, as it will be seen. */
    picture?: ReactNode;
    onFiles: (files: File[]) => void;
    /** Below the place itself. */
    children?: ReactNode;
  },
) {
  const { label, description, error, name, accept, isMany = false, isBusy = false, choose, hint, picture } = props;
  // A button is never invalid itself.
  const { id, 'aria-describedby': describedBy } = useWords(props);
  const [isOver, setIsOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])].slice(0, isMany ? undefined : 1);
    if (input.current) input.current.value = ''; // the same file may be chosen again
    if (files.length > 0 && !isBusy) props.onFiles(files);
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
        {picture ?? <IconFileUpload size={28} stroke={1.5} aria-hidden />}
        <input
          ref={input}
          type="file"
          name={name}
          accept={accept}
          multiple={isMany}
          hidden
          onChange={(event) => take(event.currentTarget.files)}
        />
        <Button
          id={id}
          variant="default"
          loading={isBusy}
          aria-describedby={describedBy}
          aria-label={`${choose}: ${label}`}
          onClick={() => input.current?.click()}
        >
          {choose}
        </Button>
        <span className={classes.name}>{hint}</span>
      </div>
      {props.children}
    </Field>
  );
}
