import { isOffice } from '@konnekt/shared/basics/actor';
import { longest } from '@konnekt/shared/basics/text-rules';
import type { Thread } from '@konnekt/shared/messages/message.schema';
import { IconMailForward } from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session-queries.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { isTooLong, TextAreaField } from '../../ui/field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { newPartId } from '../hours/parts/part-id.ts';
import { AttachFiles } from './attach-files.tsx';
import { InsertTemplate } from './insert-template.tsx';
import { useReply } from './parts/message-queries.ts';
import classes from './parts/messages.module.css';
import { useDraft } from './use-draft.ts';
import { useSendProblem } from './use-send-problem.ts';

/** Writes in a thread. What is typed is kept until it is sent; one that got no answer is sent again as the same one. */
export function ReplyForm({ thread }: { thread: Thread }) {
  const { t } = useTranslation('messages');
  const ofOffice = isOffice(useMe());
  const { typed, type, changeFiles, flush, clear, isKept } = useDraft(thread.id);
  const [isHandingIn, setIsHandingIn] = useState(false);
  const [wasPressed, setWasPressed] = useState(false);
  const reply = useReply(thread.id);
  const tell = useSendProblem();
  const field = useRef<HTMLTextAreaElement>(null);
  /** Of what is being written: a new one when that was sent. */
  const id = useRef(newPartId());
  const { body, files } = typed;
  const isEmpty = body.trim() === '';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWasPressed(true);
    if (isEmpty || isHandingIn || isTooLong(body, longest.message)) {
      field.current?.focus();
      return;
    }
    reply.mutate(
      { id: id.current, body, fileIds: files.map((file) => file.id) },
      {
        onSuccess: () => {
          id.current = newPartId();
          clear();
          setWasPressed(false);
          announce(t('write.sent'));
          field.current?.focus();
        },
        onError: tell,
      },
    );
  };
  return (
    <Panel title={t('write.reply')}>
      <form onSubmit={submit} noValidate className={classes.form}>
        <AttachFiles files={files} onChange={changeFiles} onBusy={setIsHandingIn}>
          {ofOffice && (
            <InsertTemplate
              language={thread.personLanguage ?? 'nl'}
              onInsert={(text) => type({ body: isEmpty ? text : `${body}\n\n${text}` })}
            />
          )}
          <TextAreaField
            ref={field}
            label={t('write.body')}
            error={wasPressed && isEmpty && t('write.empty')}
            value={body}
            limit={longest.message}
            rows={5}
            required
            onChange={({ currentTarget }) => type({ body: currentTarget.value })}
            onBlur={flush}
          />
        </AttachFiles>
        <div className={classes.send}>
          <Button
            type="submit"
            loading={reply.isPending}
            leftSection={<IconMailForward size={17} stroke={1.8} aria-hidden />}
          >
            {t('write.send')}
          </Button>
          <p className={classes.quiet}>{t(isKept ? 'write.kept' : 'write.notKept')}</p>
        </div>
      </form>
    </Panel>
  );
}
