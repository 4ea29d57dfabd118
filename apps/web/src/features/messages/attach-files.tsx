import { fileLimits } from '@konnekt/shared/files/file.words';
import type { MessageFile } from '@konnekt/shared/messages/message.schema';
import { mostFilesOfMessage } from '@konnekt/shared/messages/message.words';
import { IconFile, IconX } from '@tabler/icons-react';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { problemMessage } from '../../api/problem-message.ts';
import { RefusedFiles } from '../../kit/files/refused-files.tsx';
import { smallerPicture } from '../../kit/files/smaller-picture.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import classes from './parts/messages.module.css';

const { mostBytes, mediaTypes } = fileLimits.message;

/** What goes along with a message: chosen, or dropped on the whole field; handed in at once, and the message's when that is sent. */
export function AttachFiles(props: {
  files: readonly MessageFile[];
  onChange: (change: (before: MessageFile[]) => MessageFile[]) => void;
  onBusy: (isBusy: boolean) => void;
  /** What a file may be dropped on besides. */
  children: ReactNode;
}) {
  const { files, onChange, onBusy } = props;
  const { t } = useTranslation('messages');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [refused, setRefused] = useState<readonly string[]>([]);

  async function handIn(chosen: File): Promise<string | undefined> {
    if (chosen.size === 0) return t('write.fileEmpty', { name: chosen.name });
    try {
      const file = await smallerPicture(chosen);
      if (file.size > mostBytes) return t('write.fileLarge', { name: chosen.name });
      const { sha256: _, ...kept } = await call('POST /api/files', { query: { purpose: 'message' }, file });
      onChange((before) => [...before, kept]);
      return undefined;
    } catch (problem) {
      const isWrongType =
        problem instanceof ApiProblem && problem.body.errors?.some(({ code }) => code === 'file-type');
      return isWrongType
        ? t('write.fileType', { name: chosen.name })
        : t('write.fileFailed', { name: chosen.name, problem: problemMessage(problem) });
    }
  }
  async function take(chosen: readonly File[]) {
    if (chosen.length === 0) return;
    const refuse = (more: readonly string[]) => setRefused((before) => [...before, ...more]);
    if (isBusy) return refuse(chosen.map(({ name }) => t('write.fileMeanwhile', { name })));
    const room = Math.max(0, mostFilesOfMessage - files.length);
    setRefused(chosen.slice(room).map(({ name }) => t('write.fileOver', { name, most: mostFilesOfMessage })));
    setIsBusy(true);
    onBusy(true);
    for (const file of chosen.slice(0, room)) {
      const reason = await handIn(file);
      if (reason) refuse([reason]);
    }
    setIsBusy(false);
    onBusy(false);
    if (input.current) input.current.value = ''; // the same file may be chosen again
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the button does the same
    <div
      className={classes.form}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        void take([...event.dataTransfer.files]);
      }}
    >
      {props.children}
      <Field
        id={id}
        label={t('write.files')}
        description={t('write.filesHint')}
        error={
          refused.length > 0 && (
            <span role="alert">
              <RefusedFiles reasons={refused} />
            </span>
          )
        }
      >
        <div className={classes.drop} data-over={isOver || undefined}>
          {files.length > 0 && (
            <ul className={classes.files}>
              {files.map((file) => (
                <li key={file.id}>
                  <IconFile size={15} stroke={1.8} aria-hidden />
                  {file.name}
                  <IconButton
                    icon={IconX}
                    label={t('write.removeFile', { name: file.name })}
                    onClick={() => onChange((before) => before.filter((one) => one.id !== file.id))}
                  />
                </li>
              ))}
            </ul>
          )}
          <input
            ref={input}
            type="file"
            accept={mediaTypes.join()}
            multiple
            hidden
            onChange={(event) => void take([...(event.currentTarget.files ?? [])])}
          />
          <Button
            id={id}
            variant="default"
            size="xs"
            loading={isBusy}
            aria-label={`${t('write.addFile')}: ${t('write.files')}`}
            leftSection={<IconFile size={16} stroke={1.8} aria-hidden />}
            onClick={() => input.current?.click()}
          >
            {t('write.addFile')}
          </Button>
        </div>
      </Field>
    </div>
  );
}
