import { IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem.ts';
import { problemMessage } from '../../api/problem-message.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { DropField } from './drop-field.tsx';
import classes from './file-field.module.css';
import { RefusedFiles } from './refused-files.tsx';
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
  const [refused, setRefused] = useState<readonly string[]>([]);
  const isWrong = ({ size }: File) => size === 0 || size > mostBytes;
  const take = (chosen: readonly File[]) => {
    setRefused(
      chosen
        .filter(isWrong)
        .map(({ name, size }) =>
          t(size === 0 ? 'file.empty' : 'file.large', { name, megabytes: Math.floor(mostBytes / 1024 / 1024) }),
        ),
    );
    const good = chosen.filter((file) => !isWrong(file));
    if (good.length === 0) return;
    if (isOne) uploads.clear();
    uploads.add(good);
  };
  return (
    <DropField
      label={label}
      {...(props.description && { description: props.description })}
      error={refused.length > 0 ? <RefusedFiles reasons={refused} /> : props.error}
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
              <OneUpload item={item} uploads={uploads}>
                {children?.(item)}
              </OneUpload>
            </li>
          ))}
        </ul>
      )}
    </DropField>
  );
}

function OneUpload({ item, uploads, children }: { item: Uploading; uploads: Uploads; children: ReactNode }) {
  const { t } = useTranslation(['office', 'common']);
  const { key, file, part, state, isOffline, problem } = item;
  const isWrongType = problem instanceof ApiProblem && problem.body.errors?.some(({ code }) => code === 'file-type');
  return (
    <div className={classes.upload}>
      <span className={classes.uploadName}>{file.name}</span>
      {state === 'refused' ? (
        <Button variant="subtle" size="xs" onClick={() => uploads.retry(key)}>
          {t('common:action.retry')}
        </Button>
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
          {isWrongType ? t('file.type') : problemMessage(problem)}
        </p>
      )}
      {children}
    </div>
  );
}
