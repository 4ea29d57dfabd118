import { calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import type { Registration, RegistrationRow } from '@konnekt/shared/registration/registration.contract';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { toast } from '../../ui/toast.tsx';
import { AskUnchanged, AskWarnings, AskZero } from '../hours/parts/dialogs.tsx';
import { HoursWarnings, useNewWarnings, warningsOf } from '../hours/parts/hours-warnings.tsx';
import { useThrowAway } from '../hours/parts/use-throw-away.ts';
import { ReturnedNotice } from '../worksheets/parts/returned-notice.tsx';
import { StandsOut } from '../worksheets/parts/stands-out.tsx';
import { organisationRules } from './client-rules.tsx';
import classes from './entry.module.css';
import { FillFrom } from './fill-from.tsx';
import { focusField, RegistrationFields } from './hours-fields.tsx';
import { type RegisterAct, useRegister } from './registration-queries.ts';
import { isAskedAbout, standingOutOf } from './standing-out.ts';
import { isSaidAtOnce, problemsAt, type TypedProblem } from './typed-hours.ts';
import { useFailureWords } from './use-failure-words.ts';
import { useTyped } from './use-typed.ts';

/**
 * Filling in the hours of one employee: Send or Enter sends, Save keeps them to be sent later. Added hours that came back
 * (`supplement`) are mended and sent again in the same way, without Save.
 */
export function EntryForm(props: {
  registration: Registration;
  row: RegistrationRow;
  supplement?: RegistrationRow['supplements'][number];
  onSent: () => void;
}) {
  const { t } = useTranslation('registration');
  const wordsForFailure = useFailureWords();
  const { t: common } = useTranslation();
  const format = useFormat();
  const { registration, row, supplement, onSent } = props;
  const sheet = supplement ?? row.worksheet;
  const { state } = useLocation();
  const form = useRef<HTMLFormElement>(null);
  const hours = useTyped(registration, row, supplement ?? 'whole');
  const { sheet: typed, read, draft, standing } = hours;
  const throwAway = useThrowAway();
  const register = useRegister();
  const [refused, setRefused] = useState<TypedProblem[]>([]);
  const [failure, setFailure] = useState<string>();
  const [wrong, setWrong] = useState(0);
  const [asks, setAsks] = useState<'zero' | 'unchanged' | 'warnings'>();
  // Added hours are a part: only the whole is held against what was agreed.
  const standsOut = useMemo(
    () =>
      supplement ? undefined : standingOutOf(read.lines, row, { ...registration, today: calendarDayAt(new Date()) }),
    [supplement, read.lines, row, registration],
  );
  const warnings = useMemo(() => {
    const client = organisationRules(registration, row.placement.organisationId);
    return warningsOf(read.lines, { ...registration, holidays: client?.holidays ?? [] });
  }, [read.lines, registration, row.placement.organisationId]);
  const { isNew, tell } = useNewWarnings([]);
  const told = warnings.filter(isNew);
  const name = row.placement.employeeName;
  const isOpen = registration.periodState === 'open';
  const wantsToFill = isOpen && typeof state === 'object' && state !== null && 'fill' in state;

  useEffect(() => {
    if (wantsToFill) form.current?.querySelector<HTMLInputElement>('input[data-key]')?.focus();
  }, [wantsToFill]);

  async function act(name: RegisterAct, isSure = false) {
    if (register.isPending || !isOpen) return;
    forget();
    setWrong(read.problems.length);
    setAsks(undefined);
    const [first] = read.problems;
    if (first) return focusField(form.current, first.key);
    if (name === 'send' && !isSure && read.lines.length === 0) return setAsks('zero');
    if (name === 'send' && !isSure && !draft && sheet?.returned?.isAsItWas) return setAsks('unchanged');
    if (name === 'send' && !isSure && (told.length > 0 || isAskedAbout(standsOut))) return setAsks('warnings');
    const basedOn = hours.trying(read);
    try {
      const { done, refused } = await register.mutateAsync({
        act: name,
        period: registration.period,
        rows: [
          {
            placementId: row.placement.id,
            worksheetId: basedOn?.id ?? null,
            version: basedOn?.version ?? null,
            lines: read.lines,
            remark: read.remark,
          },
        ],
      });
      const [refusal] = refused;
      if (refusal) return explain(refusal.code, problemsAt(refusal.errors, read.keys));
      for (const stored of done) hours.settle(typed, stored, read);
      toast({ tone: 'good', message: name === 'send' ? t('entry.sent', words) : t('entry.saved') });
      if (name === 'send') onSent();
    } catch (error) {
      setFailure(wordsForFailure(error));
    }
  }

  /** What was said of the hours as they were a moment ago. */
  function forget() {
    setFailure(undefined);
    setRefused([]);
    setWrong(0);
  }

  function explain(code: keyof typeof refusalTexts, problems: TypedProblem[]) {
    setRefused(problems);
    const [first] = problems;
    if (first) return focusField(form.current, first.key);
    // What changed is shown by itself: what is stored now has been asked again.
    if (code !== 'changed') setFailure(t(refusalTexts[code]));
  }

  const words = { name };
  return (
    <form
      ref={form}
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void act('send');
      }}
    >
      <ReturnedNotice returned={sheet?.returned} />
      {/* While it is being saved, the change is one's own. */}
      {standing?.kind === 'conflict' && !register.isPending && (
        <Notice
          tone="warn"
          role="alert"
          title={t('changed.title')}
          actions={
            <>
              <Button size="xs" variant="default" onClick={() => throwAway(hours)}>
                {t('changed.theirs')}
              </Button>
              <Button size="xs" onClick={() => hours.rebase(typed)}>
                {t('changed.mine')}
              </Button>
            </>
          }
        >
          {t('changed.text', { hours: format.hours(sheet?.totalMinutes ?? 0) })}
        </Notice>
      )}
      <Panel
        title={supplement ? t(`more.${titleOf(supplement)}`, { number: supplement.sequence - 1 }) : t('entry.fields')}
        aside={<span className={classes.quiet}>{stateText()}</span>}
      >
        {isOpen && !supplement && read.lines.length === 0 && (
          <FillFrom registration={registration} row={row} typed={typed} onFill={(next) => hours.change(() => next)} />
        )}
        <RegistrationFields
          row={supplement ? { ...row, plannedMinutes: 0 } : row}
          registration={registration}
          typed={typed}
          read={read}
          problems={[...refused, ...(wrong > 0 ? read.problems : read.problems.filter(isSaidAtOnce))]}
          disabled={!isOpen}
          warnings={warnings}
          below={
            isOpen && (
              <>
                {standsOut && <StandsOut row={standsOut} />}
                <HoursWarnings warnings={warnings} />
              </>
            )
          }
          onChange={(next) => {
            forget();
            hours.change(() => next);
          }}
        />
      </Panel>
      {wrong > 0 && (
        <Notice tone="bad" role="alert">
          {t('entry.wrong', { count: wrong })}
        </Notice>
      )}
      {failure && (
        <Notice tone="bad" role="alert">
          {failure}
        </Notice>
      )}
      {isOpen && (
        <div className={classes.acts}>
          <span className={classes.quiet}>
            {t(supplement ? 'more.mendHint' : typed.perDay ? 'entry.hintDays' : 'entry.hint')}
          </span>
          {draft && (
            <Button
              variant="subtle"
              onClick={() => {
                forget();
                throwAway(hours);
              }}
            >
              {t('entry.discard')}
            </Button>
          )}
          {!supplement && (
            <Button
              variant="default"
              loading={register.isPending && register.variables.act === 'save'}
              onClick={() => void act('save')}
            >
              {t('entry.save')}
            </Button>
          )}
          <Button type="submit" loading={register.isPending && register.variables.act === 'send'}>
            {t(sheet?.status === 'declined' ? 'entry.sendAgain' : 'entry.send')}
          </Button>
        </div>
      )}
      {asks === 'warnings' && (
        <AskWarnings
          warnings={warnings}
          onClose={() => setAsks(undefined)}
          onSend={() => {
            tell(warnings);
            void act('send', true);
          }}
        >
          {standsOut && <StandsOut row={standsOut} />}
        </AskWarnings>
      )}
      {asks === 'unchanged' && (
        <AskUnchanged
          reason={sheet?.returned?.reason ?? null}
          onClose={() => setAsks(undefined)}
          onSend={() => void act('send', true)}
        />
      )}
      {asks === 'zero' && (
        <AskZero
          title={t('entry.zeroTitle')}
          text={t('entry.zeroText', words)}
          back={common('action.cancel')}
          confirm={t('entry.zeroConfirm')}
          onClose={() => setAsks(undefined)}
          onSend={() => void act('send', true)}
        />
      )}
    </form>
  );

  function stateText() {
    if (draft) return hours.isKept ? t('entry.kept') : t('entry.notKept');
    return sheet && !sheet.returned ? t('entry.savedState') : '';
  }
}

const refusalTexts = {
  'invalid-input': 'refused.invalid-input',
  changed: 'refused.changed',
  'wrong-state': 'refused.wrong-state',
  'not-yours': 'refused.not-yours',
  'own-hours': 'refused.own-hours',
  'registered-by-employee': 'refused.registered-by-employee',
  'placement-has-fixed-hours': 'refused.placement-has-fixed-hours',
  'period-outside-placement': 'refused.period-outside-placement',
} as const;

/** Sent back by the agency, or taken back by the supervisor. */
const titleOf = ({ returned }: { returned: object | null }) => (returned ? 'mendTitle' : 'ownTitle');
