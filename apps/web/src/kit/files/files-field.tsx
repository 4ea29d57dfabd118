import { IconFileUpload, IconX } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem.ts';
import { problemMessage } from '../../api/problem-message.ts';
import { Button } from '../../ui/button.tsx';
import { Field, useWords } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
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
  const { id, 'aria-describedby': describedBy } = useWords(props);
  const [isOver, setIsOver] = useState(false);
  const [refused, setRefused] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const take = (list: FileList | null) => {
    const chosen = [...(list ?? [])].slice(0, isOne ? 1 : undefined);
    if (input.current) input.current.value = ''; // the same file may be chosen again
    const wrong = chosen.find(({ size }) => size === 0 || size > mostBytes);
    setRefused(
      wrong &&
        t(wrong.size === 0 ? 'file.empty' : 'file.large', {
          name: wrong.name,
          megabytes: Math.floor(mostBytes / 1024 / 1024),
        }),
    );
    const good = chosen.filter(({ size }) => size > 0 && size <= mostBytes);
    if (good.length === 0) return;
    if (isOne) uploads.clear();
    uploads.add(good);
  };
  const error = refused ?? props.error;
  return (
    <Field
      id={id}
      label={label}
      {...(props.description && { description: props.description })}
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
        <IconFileUpload size={28} stroke={1.5} aria-hidden />
        <input
          ref={input}
          type="file"
          accept={accept}
          multiple={!isOne}
          hidden
          aria-label={label}
          onChange={(event) => take(event.currentTarget.files)}
        />
        <Button
          id={id}
          variant="default"
          aria-describedby={describedBy}
          aria-label={`${t(isOne ? 'file.choose' : 'file.chooseMany')}: ${label}`}
          onClick={() => input.current?.click()}
        >
          {t(isOne ? 'file.choose' : 'file.chooseMany')}
        </Button>
        <span className={classes.name}>{t(isOne ? 'file.drop' : 'file.dropMany')}</span>
      </div>
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
    </Field>
  );
}

function OneUpload({ item, uploads, children }: { item: Uploading; uploads: Uploads; children: ReactNode }) {
  const { t } = useTranslation(['office', 'common']);
  const { t: common } = useTranslation();
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
          {isWrongType ? t('file.type') : problemMessage(common, problem)}
        </p>
      )}
      {children}
    </div>
  );
}
