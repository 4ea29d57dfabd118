import type { Document } from '@konnekt/shared/documents/document.schema';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/form-fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { toast, toastProblem } from '../../ui/toast.tsx';
import classes from './documents.module.css';
import { useConfirmDocument } from './parts/document-queries.ts';

/** A word that is kept as proof: ticked and pressed, never by one slip of a finger. */
export function ConfirmReading({ document }: { document: Document }) {
  const { t } = useTranslation('documents');
  const format = useFormat();
  const [isTicked, setIsTicked] = useState(false);
  const [wasPressed, setWasPressed] = useState(false);
  const confirm = useConfirmDocument(document.id);
  const { confirmedAt, number, file } = document;
  if (confirmedAt) return <Notice tone="good">{t('confirm.done', { at: format.moment(confirmedAt) })}</Notice>;
  const press = () => {
    setWasPressed(true);
    if (!isTicked) return;
    confirm.mutate(
      { number, sha256: file.sha256 },
      { onSuccess: () => toast({ tone: 'good', message: t('confirm.thanks') }), onError: toastProblem },
    );
  };
  return (
    <Panel title={t('confirm.title')}>
      <div className={classes.confirm}>
        <CheckField
          label={t('confirm.tick', { name: document.name })}
          description={t('confirm.hint')}
          error={wasPressed && !isTicked && t('confirm.missing')}
          checked={isTicked}
          onChange={({ currentTarget }) => setIsTicked(currentTarget.checked)}
        />
        <Button
          loading={confirm.isPending}
          disabled={!document.openedAt}
          leftSection={<IconCheck size={17} stroke={2} aria-hidden />}
          onClick={press}
        >
          {t('confirm.press')}
        </Button>
      </div>
    </Panel>
  );
}
