import { longest } from '@konnekt/shared/basics/text-rules';
import { IconMailForward } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { paths } from '../../kit/address/paths.ts';
import { useAddress } from '../../kit/address/use-address.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { isTooLong, TextAreaField, TextField } from '../../ui/field.tsx';
import { focusWrong } from '../../ui/focus-wrong.ts';
import { Panel } from '../../ui/panel.tsx';
import { AboutHere } from './about-here.tsx';
import { type AskedAbout, aboutIdOf, useAskedAbout } from './asked-about.ts';
import { AttachFiles } from './attach-files.tsx';
import { FirstHasArrived } from './first-has-arrived.tsx';
import classes from './parts/messages.module.css';
import { useMessageDraft } from './use-message-draft.ts';
import { useSendOnce } from './use-send-once.ts';

/** What is sent, once: pressed again it is the same one. */
export interface Written {
  id: string;
  title: string;
  body: string;
  fileIds: string[];
}

/** The subject, the words and the files of a new thread; `children` say to whom or for whom, and `isReady` whether that was said. */
export function NewMessageForm(props: {
  children?: ReactNode;
  isReady: boolean;
  submitLabel?: string;
  isSending: boolean;
  /** Answers where to go when it was sent. */
  onSend: (written: Written, about: AskedAbout) => Promise<string | undefined>;
  onNotReady: () => void;
}) {
  const { t } = useTranslation('messages');
  const navigate = useNavigate();
  const address = useAddress();
  const about = useAskedAbout();
  const { typed, type, changeFiles, flush, clear, isKept } = useMessageDraft({
    threadId: null,
    aboutId: aboutIdOf(about),
  });
  const [isHandingIn, setIsHandingIn] = useState(false);
  const [wasPressed, setWasPressed] = useState(false);
  const [wasTooSoon, setWasTooSoon] = useState(false);
  const once = useSendOnce(changeFiles);
  const form = useRef<HTMLFormElement>(null);
  const [hasTitled, setHasTitled] = useState(false);
  const { body, files } = typed;
  const title = typed.title || hasTitled ? typed.title : address.read('subject').slice(0, longest.threadTitle);
  const [isUntitled, isEmpty] = [title.trim() === '', body.trim() === ''];

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setWasPressed(true);
    setWasTooSoon(isHandingIn);
    const isWrong = isUntitled || isEmpty || isTooLong(body, longest.message);
    if (!props.isReady) props.onNotReady();
    if (isWrong || !props.isReady || isHandingIn) {
      focusWrong(form.current);
      return;
    }
    once.forget();
    const fileIds = files.map((file) => file.id);
    try {
      const to = await props.onSend({ id: once.id.current, title, body, fileIds }, about);
      if (to === undefined) return;
      clear();
      await navigate(to, { replace: true });
    } catch (problem) {
      once.refuse(problem, fileIds);
    }
  };
  return (
    <form ref={form} onSubmit={submit} noValidate className={classes.form}>
      {props.children}
      <Panel title={t('write.body')}>
        <AttachFiles files={files} onChange={changeFiles} onBusy={setIsHandingIn} wasTooSoon={wasTooSoon}>
          <AboutHere about={about} />
          <TextField
            label={t('begin.subject')}
            error={wasPressed && isUntitled && t('begin.subjectMissing')}
            value={title}
            maxLength={longest.threadTitle}
            required
            onChange={({ currentTarget }) => {
              setHasTitled(true);
              type({ title: currentTarget.value });
            }}
            onBlur={flush}
          />
          <TextAreaField
            label={t('write.body')}
            error={wasPressed && isEmpty && t('write.empty')}
            value={body}
            limit={longest.message}
            rows={8}
            required
            onChange={({ currentTarget }) => type({ body: currentTarget.value })}
            onBlur={flush}
          />
        </AttachFiles>
      </Panel>
      <FirstHasArrived arrived={once.arrived} />
      <div className={classes.acts}>
        <p className={classes.quiet}>{t(isKept ? 'write.kept' : 'write.notKept')}</p>
        <ButtonLink to={paths.messages} variant="default">
          {t('begin.cancel')}
        </ButtonLink>
        <Button
          type="submit"
          loading={props.isSending}
          leftSection={<IconMailForward size={17} stroke={1.8} aria-hidden />}
        >
          {props.submitLabel ?? t('write.send')}
        </Button>
      </div>
    </form>
  );
}
