import type { Registration, RegistrationRow } from '@konnekt/shared/registration/registration.contract';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { toast } from '../../ui/toast.tsx';
import { useAdding } from '../hours/parts/use-adding.ts';
import { useThrowAway } from '../hours/parts/use-throw-away.ts';
import classes from './entry.module.css';
import { focusField } from './focus-field.ts';
import { RegistrationFields } from './hours-fields.tsx';
import { useRefreshAll } from './registration-queries.ts';
import { allOfForm, isSaidAtOnce, ofForm } from './typed-problems.ts';
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
  const throwAway = useThrowAway();
  const refreshAll = useRefreshAll();
  const { sheet: typed, read } = hours;
  const { isBusy, hasTried, outcome, refused, forget, send } = useAdding({
    hours,
    worksheet,
    focus: (problem) => focusField(form.current, ofForm(problem).key),
    takeIn: refreshAll,
    onSent: (isAll) => {
      toast({ tone: 'good', message: t('more.sent', { name: row.placement.employeeName }) });
      if (isAll) onClose(true);
    },
  });

  useEffect(() => form.current?.querySelector<HTMLInputElement>('input[data-key]')?.focus(), []);

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
            problems={[...allOfForm(refused), ...read.problems.filter((one) => hasTried || isSaidAtOnce(one))]}
            onChange={(next) => {
              forget();
              hours.change(() => next);
            }}
          />
          {!hours.isKept && <Notice tone="warn">{t('entry.notKept')}</Notice>}
          {outcome && (
            <Notice tone={outcome.kind === 'since' || outcome.kind === 'arrived' ? 'warn' : 'bad'} role="alert">
              {outcome.kind === 'failed' ? wordsForFailure(outcome.error) : t(`more.${outcome.kind}`)}
            </Notice>
          )}
          <div className={classes.acts}>
            <Button
              variant="default"
              disabled={isBusy}
              onClick={() => {
                throwAway(hours, onReopen);
                onClose(false);
              }}
            >
              {t('more.cancel')}
            </Button>
            <Button type="submit" loading={isBusy}>
              {t('more.send')}
            </Button>
          </div>
        </div>
      </Panel>
    </form>
  );
}
