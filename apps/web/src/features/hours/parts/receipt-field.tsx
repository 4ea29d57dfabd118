import { fileLimits } from '@konnekt/shared/files/file.words';
import type { ReceiptWish } from '@konnekt/shared/hour-types/hour-type.words';
import type { Receipt } from '@konnekt/shared/worksheets/worksheet-line.schema';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/client.ts';
import { ApiProblem } from '../../../api/problem.ts';
import { problemMessage } from '../../../api/problem-message.ts';
import { smallerPicture } from '../../../kit/files/smaller-picture.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import classes from './receipt-field.module.css';
import { ReceiptLink } from './receipt-link.tsx';

const { mostBytes, mediaTypes } = fileLimits.receipt;
const most = mostBytes / 1024 / 1024;

/** The receipt of a line: handed in as soon as it is chosen, and the line's once that is saved. */
export function ReceiptField(props: {
  receipt: Receipt | null;
  wish: ReceiptWish;
  error: string | undefined;
  onChange: (receipt: Receipt | null) => void;
}) {
  const { receipt, wish, error, onChange } = props;
  const { t } = useTranslation('dialogs');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string>();

  async function handIn(chosen: File) {
    setFailure(undefined);
    setIsBusy(true);
    try {
      const file = await smallerPicture(chosen);
      if (file.size > mostBytes) return setFailure(t('note.tooLarge', { most }));
      const { id, name, sha256 } = await call('POST /api/files', { query: { purpose: 'receipt' }, file });
      onChange({ id, name, sha256 });
    } catch (problem) {
      const isWrongType =
        problem instanceof ApiProblem && problem.body.errors?.some(({ code }) => code === 'file-type');
      setFailure(isWrongType ? t('note.wrongType') : problemMessage(problem));
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <Field
      id={id}
      label={t('note.receipt')}
      description={[wish !== 'none' && t(`note.hint.${wish}`), t('note.kinds', { most })].filter(Boolean).join(' ')}
      error={(failure || error) && <span role="alert">{failure ?? error}</span>}
    >
      <div className={classes.receipt}>
        {receipt && (
          <span className={classes.kept}>
            <ReceiptLink receipt={receipt} />
            <IconButton icon={IconX} label={t('note.remove')} data-size="large" onClick={() => onChange(null)} />
          </span>
        )}
        <input
          ref={input}
          type="file"
          accept={mediaTypes.join()}
          hidden
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = ''; // the same file may be chosen again
            if (file) void handIn(file);
          }}
        />
        <Button
          id={id}
          variant="default"
          aria-label={t(receipt ? 'note.another' : 'note.attach')}
          loading={isBusy}
          leftSection={<IconPaperclip size={16} stroke={1.75} aria-hidden />}
          onClick={() => input.current?.click()}
        >
          {t(receipt ? 'note.another' : 'note.attach')}
        </Button>
      </div>
    </Field>
  );
}
