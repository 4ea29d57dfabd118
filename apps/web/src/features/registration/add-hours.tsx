import type { Registration, RegistrationRow } from '@konnekt/shared/registration/registration.contract';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { toast } from '../../ui/toast.tsx';
import { isSameContent } from '../hours/parts/same-content.ts';
import { withoutSent } from '../hours/parts/sheet.ts';
import { useThrowAway } from '../hours/parts/use-throw-away.ts';
import { newPartId } from '../worksheets/parts/part-id.ts';
import classes from './entry.module.css';
import { focusField, RegistrationFields } from './hours-fields.tsx';
import { useAddHours } from './registration-queries.ts';
import { hasText, isOfField, problemsAt, type TypedProblem } from './typed-hours.ts';
import { useFailureWords } from './use-failure-words.ts';
import { useTyped } from './use-typed.ts';

/** Hours added to what was sent: sent at once, never saved; and it says so. */
export function AddHours(props: {
  registration: Registration;
  row: RegistrationRow;
  worksheet: { id: string; version: number };
  onClose: (isSent: boolean) => void;
  /** What was thrown away is wanted back. */
  onReopen: () => void;
}) {
  const { t } = useTranslation('registration');
  const wordsForFailure = useFailureWords();
  const { registration, row, worksheet, onClose, onReopen } = props;
  const form = useRef<HTMLFormElement>(null);
  const hours = useTyped(registration, row, 'more');
  const add = useAddHours();
  const [refused, setRefused] = useState<TypedProblem[]>([]);
  const [failure, setFailure] = useState<string>();
  const [hasTried, setHasTried] = useState(false);
  const [left, setLeft] = useState<'since' | 'arrived'>();
  const { sheet: typed, read } = hours;
  const throwAway = useThrowAway();

  useEffect(() => form.current?.querySelector<HTMLInputElement>('input[data-key]')?.focus(), []);

  async function send() {
    if (add.isPending) return;
    setHasTried(true);
    setFailure(undefined);
    setLeft(undefined);
    setRefused([]);
    const [first] = read.problems;
    if (first) return focusField(form.current, first.key);
    if (read.lines.length === 0) return setFailure(t('more.nothing'));
    const partId = hours.draft?.partId ?? newPartId();
    hours.trying(read, partId);
    try {
      const part = await add.mutateAsync({ id: worksheet.id, version: worksheet.version, partId, read });
      const [sent] = part.submissions;
      if (sent && !isSameContent(read, sent)) {
        // They went on typing after a send whose answer got lost, but that did arrive: what is here now was not sent.
        hours.trying(read);
        return setLeft('arrived');
      }
      toast({ tone: 'good', message: t('more.sent', { name: row.placement.employeeName }) });
      const since = withoutSent(hours.now(), typed);
      if (hasText(since)) {
        hours.rebase(since);
        setHasTried(false);
        return setLeft('since');
      }
      hours.discard();
      onClose(true);
    } catch (error) {
      const problems = error instanceof ApiProblem ? problemsAt(error.body.errors ?? [], read.keys) : [];
      setRefused(problems);
      const [first] = problems;
      if (first) focusField(form.current, first.key);
      else setFailure(wordsForFailure(error));
    }
  }

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Panel title={t('more.title')}>
        <div className={classes.form}>
          <Notice tone="info">{t('more.text')}</Notice>
          <RegistrationFields
            row={{ ...row, plannedMinutes: 0 }}
            registration={registration}
            typed={typed}
            read={read}
            problems={[...refused, ...read.problems.filter((one) => hasTried || isOfField(one))]}
            onChange={(next) => {
              setRefused([]);
              setFailure(undefined);
              hours.change(() => next);
            }}
          />
          {!hours.isKept && <Notice tone="warn">{t('entry.notKept')}</Notice>}
          {left && (
            <Notice tone="warn" role="alert">
              {t(`more.${left}`)}
            </Notice>
          )}
          {failure && (
            <Notice tone="bad" role="alert">
              {failure}
            </Notice>
          )}
          <div className={classes.acts}>
            <Button
              variant="default"
              disabled={add.isPending}
              onClick={() => {
                throwAway(hours, onReopen);
                onClose(false);
              }}
            >
              {t('more.cancel')}
            </Button>
            <Button type="submit" loading={add.isPending}>
              {t('more.send')}
            </Button>
          </div>
        </div>
      </Panel>
    </form>
  );
}
