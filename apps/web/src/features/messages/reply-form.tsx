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
import { focusWrong } from '../../ui/focus-wrong.ts';
import { Panel } from '../../ui/panel.tsx';
import { AttachFiles } from './attach-files.tsx';
import { FirstHasArrived } from './first-has-arrived.tsx';
import { InsertTemplate } from './insert-template.tsx';
import { useReply } from './parts/message-queries.ts';
import classes from './parts/messages.module.css';
import { useMessageDraft } from './use-message-draft.ts';
import { useSendOnce } from './use-send-once.ts';

/** Writes in a thread. What is typed is kept until it is sent; one that got no answer is sent again as the same one. */
export function ReplyForm({ thread }: { thread: Thread }) {
  const { t } = useTranslation('messages');
  const ofOffice = isOffice(useMe());
  const { typed, type, changeFiles, flush, clear, isKept } = useMessageDraft({ threadId: thread.id, aboutId: null });
  const [isHandingIn, setIsHandingIn] = useState(false);
  const [wasPressed, setWasPressed] = useState(false);
  const [wasTooSoon, setWasTooSoon] = useState(false);
  const reply = useReply(thread.id);
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const once = useSendOnce(changeFiles);
  const { body, files } = typed;
  const isEmpty = body.trim() === '';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWasPressed(true);
    setWasTooSoon(isHandingIn);
    if (isEmpty || isHandingIn || isTooLong(body, longest.message)) {
      focusWrong(form.current);
      return;
    }
    once.forget();
    const fileIds = files.map((file) => file.id);
    reply.mutate(
      { id: once.id.current, body, fileIds },
      {
        onSuccess: () => {
          once.begin();
          clear();
          setWasPressed(false);
          announce(t('write.sent'));
          field.current?.focus();
        },
        onError: (problem) => once.refuse(problem, fileIds),
      },
    );
  };
  return (
    <Panel title={t('write.reply')}>
      <form ref={form} onSubmit={submit} noValidate className={classes.form}>
        <AttachFiles files={files} onChange={changeFiles} onBusy={setIsHandingIn} wasTooSoon={wasTooSoon}>
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
        <FirstHasArrived arrived={once.arrived} />
        <div className={classes.acts}>
          <p className={classes.quiet}>{t(isKept ? 'write.kept' : 'write.notKept')}</p>
          <Button
            type="submit"
            loading={reply.isPending}
            leftSection={<IconMailForward size={17} stroke={1.8} aria-hidden />}
          >
            {t('write.send')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
