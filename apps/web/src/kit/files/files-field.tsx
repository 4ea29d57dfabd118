import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DropField } from './drop-field.tsx';
import classes from './file-field.module.css';
import { OneUpload } from './one-upload.tsx';
import type { Uploading, Uploads } from './use-uploads.ts';

/** One or several files, chosen or dropped, each with how far it is. `children` is what is asked of one that is there. */
export function FilesField(props: {
  label: string;
  description?: string;
  error?: ReactNode;
  /** As browsers have it: extensions and media types. What is in a file is the API's to judge. */
  accept: string;
  mostBytes: number;
  isOne?: boolean;
  uploads: Uploads;
  children?: (item: Uploading) => ReactNode;
}) {
  const { t } = useTranslation('office');
  const { label, accept, mostBytes, isOne = false, uploads, children } = props;
  const megabytes = Math.floor(mostBytes / 1024 / 1024);
  const take = (chosen: readonly File[]) => {
    if (isOne) uploads.clear();
    uploads.add(chosen, ({ size }) => (size === 0 ? 'empty' : size > mostBytes ? 'large' : undefined));
  };
  return (
    <DropField
      label={label}
      {...(props.description && { description: props.description })}
      error={props.error}
      accept={accept}
      isMany={!isOne}
      choose={t(isOne ? 'file.choose' : 'file.chooseMany')}
      hint={t(isOne ? 'file.drop' : 'file.dropMany')}
      onFiles={take}
    >
      {uploads.items.length > 0 && (
        <ul className={classes.uploads}>
          {uploads.items.map((item) => (
            <li key={item.key}>
              <OneUpload item={item} uploads={uploads} megabytes={megabytes}>
                {children?.(item)}
              </OneUpload>
            </li>
          ))}
        </ul>
      )}
    </DropField>
  );
}
