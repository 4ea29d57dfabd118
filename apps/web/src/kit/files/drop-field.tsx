import { IconFileUpload } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { Button } from '../../ui/button.tsx';
import { Field, useWords, type Words } from '../../ui/field.tsx';
import classes from './file-field.module.css';
import { useDrop } from './use-drop.ts';

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
  const input = useRef<HTMLInputElement>(null);
  const take = (chosen: readonly File[]) => {
    const files = chosen.slice(0, isMany ? undefined : 1);
    if (input.current) input.current.value = ''; // the same file may be chosen again
    if (files.length > 0 && !isBusy) props.onFiles(files);
  };
  const { isOver, place } = useDrop(take);
  return (
    <Field
      id={id}
      label={label}
      {...(description && { description })}
      error={error && <span role="alert">{error}</span>}
    >
      <div className={classes.drop} data-wrong={error ? true : undefined} data-over={isOver || undefined} {...place}>
        {picture ?? <IconFileUpload size={28} stroke={1.5} aria-hidden />}
        <input
          ref={input}
          type="file"
          name={name}
          accept={accept}
          multiple={isMany}
          hidden
          onChange={(event) => take([...(event.currentTarget.files ?? [])])}
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
