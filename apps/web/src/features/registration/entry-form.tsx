import { calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import type { Registration, RegistrationRow } from '@konnekt/shared/registration/registration.contract';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { HoursWarnings, useNewWarnings, warningsOf } from '../hours/parts/hours-warnings.tsx';
import { useThrowAway } from '../hours/parts/use-throw-away.ts';
import { ReturnedNotice } from '../worksheets/parts/returned-notice.tsx';
import { StandsOut } from '../worksheets/parts/stands-out.tsx';
import { ChangedNotice } from './changed-notice.tsx';
import { organisationRules } from './client-rules.tsx';
import classes from './entry.module.css';
import { EntryAsks } from './entry-asks.tsx';
import { FillFrom } from './fill-from.tsx';
import { RegistrationFields } from './hours-fields.tsx';
import { isAskedAbout, standingOutOf } from './standing-out.ts';
import { isSaidAtOnce } from './typed-problems.ts';
import { useEntryActs } from './use-entry-acts.ts';
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
  const { registration, row, supplement, onSent } = props;
  const sheet = supplement ?? row.worksheet;
  const { state } = useLocation();
  const form = useRef<HTMLFormElement>(null);
  const hours = useTyped(registration, row, supplement ?? 'whole');
  const { sheet: typed, read, draft, standing } = hours;
  const throwAway = useThrowAway();
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
  const isOpen = registration.periodState === 'open';
  const wantsToFill = isOpen && typeof state === 'object' && state !== null && 'fill' in state;

  const { act, forget, refused, failure, wrong, asks, closeAsks, busy } = useEntryActs({
    registration,
    row,
    sheet,
    hours,
    form,
    needsALook: warnings.some(isNew) || isAskedAbout(standsOut),
    onSent,
  });

  useEffect(() => {
    if (wantsToFill) form.current?.querySelector<HTMLInputElement>('input[data-key]')?.focus();
  }, [wantsToFill]);

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
      {standing?.kind === 'conflict' && !busy && (
        <ChangedNotice
          minutes={sheet?.totalMinutes ?? 0}
          onTheirs={() => throwAway(hours)}
          onMine={() => hours.rebase(typed)}
        />
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
            <Button variant="default" loading={busy === 'save'} onClick={() => void act('save')}>
              {t('entry.save')}
            </Button>
          )}
          <Button type="submit" loading={busy === 'send'}>
            {t(sheet?.status === 'declined' ? 'entry.sendAgain' : 'entry.send')}
          </Button>
        </div>
      )}
      <EntryAsks
        asks={asks}
        warnings={warnings}
        standsOut={standsOut}
        reason={sheet?.returned?.reason ?? null}
        employeeName={row.placement.employeeName}
        onClose={closeAsks}
        onSend={() => {
          if (asks === 'warnings') tell(warnings);
          void act('send', true);
        }}
      />
    </form>
  );

  function stateText() {
    if (draft) return hours.isKept ? t('entry.kept') : t('entry.notKept');
    return sheet && !sheet.returned ? t('entry.savedState') : '';
  }
}

/** Sent back by the agency, or taken back by the supervisor. */
const titleOf = ({ returned }: { returned: object | null }) => (returned ? 'mendTitle' : 'ownTitle');
