import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem.ts';
import { problemMessage } from '../../api/problem-message.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { DropField } from './drop-field.tsx';
import classes from './file-field.module.css';
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

function OneUpload(props: { item: Uploading; uploads: Uploads; megabytes: number; children: ReactNode }) {
  const { item, uploads, megabytes, children } = props;
  const { t } = useTranslation(['office', 'common']);
  const { key, file, part, state, isOffline, problem, unfit } = item;
  const isWrongType = problem instanceof ApiProblem && problem.body.errors?.some(({ code }) => code === 'file-type');
  const why = () => {
    if (unfit) return t(`file.${unfit}`, { name: file.name, megabytes });
    return isWrongType ? t('file.type') : problemMessage(problem);
  };
  return (
    <div className={classes.upload}>
      <span className={classes.uploadName}>{file.name}</span>
      {state === 'refused' ? (
        unfit || isWrongType ? (
          <span />
        ) : (
          <Button variant="subtle" size="xs" onClick={() => uploads.retry(key)}>
            {t('common:action.retry')}
          </Button>
        )
      ) : (
        <span className={classes.name}>
          {state === 'there'
            ? t('file.there')
            : isOffline
              ? t('file.waiting')
              : t('file.under-way', { percent: Math.round(part * 100) })}
        </span>
      )}
      <IconButton icon={IconX} label={t('file.remove', { name: file.name })} onClick={() => uploads.remove(key)} />
      {(state === 'waiting' || state === 'under-way') && (
        <progress value={part} max={1} aria-label={t('file.progress', { name: file.name })} />
      )}
      {state === 'refused' && (
        <p role="alert" className={classes.failed}>
          {why()}
        </p>
      )}
      {state !== 'refused' && children}
    </div>
  );
}
