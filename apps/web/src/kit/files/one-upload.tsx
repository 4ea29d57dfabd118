import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { tryNow, useAvailability } from '../../api/availability.ts';
import { ApiProblem } from '../../api/problem.ts';
import { problemMessage } from '../../api/problem-message.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import classes from './file-field.module.css';
import type { Uploading, Uploads } from './use-uploads.ts';

/** A file on its way: how far it is, why it did not come, and what can be done about that. `children` is what is asked of one that is there. */
export function OneUpload(props: {
  item: Uploading;
  uploads: Uploads;
  megabytes: number;
  /** Said of a kind that is not taken here. */
  wrongType?: string;
  children?: ReactNode;
}) {
  const { item, uploads, megabytes, children } = props;
  const { t } = useTranslation(['office', 'common']);
  const { key, file, part, state, problem, unfit } = item;
  // It is not tried yet whether a file gets through as long as nothing does.
  const isCutOff = useAvailability() !== 'fine';
  const isOffline = item.isOffline || (isCutOff && state !== 'there' && state !== 'refused' && part === 0);
  const isWrongType = problem instanceof ApiProblem && problem.body.errors?.some(({ code }) => code === 'file-type');
  const isLost = (state === 'refused' && !unfit && !isWrongType) || isOffline;
  const why = () => {
    if (unfit) return t(`file.${unfit}`, { name: file.name, megabytes });
    return isWrongType ? (props.wrongType ?? t('file.type')) : problemMessage(problem);
  };
  return (
    <div className={classes.upload}>
      <span className={classes.uploadName}>{file.name}</span>
      <span className={classes.name}>
        {state === 'there' && t('file.there')}
        {(state === 'waiting' || state === 'under-way') &&
          !isOffline &&
          t('file.under-way', { percent: Math.round(part * 100) })}
        {isLost && (
          <Button
            variant="subtle"
            size="xs"
            onClick={() => {
              uploads.retry(key);
              tryNow();
            }}
          >
            {t('common:action.retry')}
          </Button>
        )}
      </span>
      <IconButton icon={IconX} label={t('file.remove', { name: file.name })} onClick={() => uploads.remove(key)} />
      {(state === 'waiting' || state === 'under-way') && (
        <progress value={part} max={1} aria-label={t('file.progress', { name: file.name })} />
      )}
      {(state === 'refused' || isOffline) && (
        <p role="alert" className={classes.failed}>
          {isOffline ? t('file.waiting') : why()}
        </p>
      )}
      {state !== 'refused' && children}
    </div>
  );
}
