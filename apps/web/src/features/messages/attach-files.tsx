import { fileLimits } from '@konnekt/shared/files/file.words';
import type { MessageFile } from '@konnekt/shared/messages/message.schema';
import { mostFilesOfMessage } from '@konnekt/shared/messages/message.words';
import { IconFile, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '../../api/new-id.ts';
import { OneUpload } from '../../kit/files/one-upload.tsx';
import { RefusedFiles } from '../../kit/files/refused-files.tsx';
import { smallerPicture } from '../../kit/files/smaller-picture.ts';
import { useDrop } from '../../kit/files/use-drop.ts';
import { useUploads } from '../../kit/files/use-uploads.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import classes from './parts/messages.module.css';

const { mostBytes, mediaTypes } = fileLimits.message;

/**
 * What goes along with a message: chosen, or dropped on the whole field; handed in at once, and the message's when that is sent. What a lost
 * connection keeps stands there until it came.
 */
export function AttachFiles(props: {
  files: readonly MessageFile[];
  onChange: (change: (before: MessageFile[]) => MessageFile[]) => void;
  onBusy: (isBusy: boolean) => void;
  /** It was to be sent while a file was on its way. */
  wasTooSoon: boolean;
  /** What a file may be dropped on besides. */
  children: ReactNode;
}) {
  const { files, onChange, onBusy, wasTooSoon } = props;
  const { t } = useTranslation('messages');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { isOver, place } = useDrop((dropped) => void take(dropped));
  const [isPreparing, setIsPreparing] = useState(false);
  const [over, setOver] = useState<readonly string[]>([]);

  const uploads = useUploads('message', newId, ({ sha256: _, ...kept }) => onChange((before) => [...before, kept]));
  const isBusy = isPreparing || uploads.isBusy;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when it changes
  useEffect(() => onBusy(isBusy), [isBusy]);

  async function take(chosen: readonly File[]) {
    if (chosen.length === 0) return;
    const under = uploads.items.length - uploads.refused.length;
    const room = Math.max(0, mostFilesOfMessage - files.length - under);
    setOver(chosen.slice(room).map(({ name }) => t('write.fileOver', { name, most: mostFilesOfMessage })));
    setIsPreparing(true);
    for (const file of chosen.slice(0, room)) uploads.add([await smallerPicture(file)], unfitOf);
    setIsPreparing(false);
    if (input.current) input.current.value = ''; // the same file may be chosen again
  }
  const wrong = [...over, ...(wasTooSoon && isBusy ? [t('write.fileUnderWay')] : [])];

  return (
    <div className={classes.form} {...place}>
      {props.children}
      <Field
        id={id}
        label={t('write.files')}
        description={t('write.filesHint')}
        error={
          wrong.length > 0 && (
            <span role="alert">
              <RefusedFiles reasons={wrong} />
            </span>
          )
        }
      >
        <div className={classes.drop} data-over={isOver || undefined} data-wrong={wrong.length > 0 || undefined}>
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
          {uploads.items.map((item) => (
            <OneUpload
              key={item.key}
              item={item}
              uploads={uploads}
              megabytes={mostBytes / 1024 / 1024}
              wrongType={t('write.fileType', { name: item.file.name })}
            />
          ))}
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
            loading={isPreparing}
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

const unfitOf = ({ size }: File) => (size === 0 ? 'empty' : size > mostBytes ? 'large' : undefined);
