import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import type { WorksheetEntry } from '@konnekt/shared/worksheets/worksheet-entry.schema';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemMessage } from '../../../api/problem-message.ts';
import { useFormat } from '../../../i18n/format.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { AskUnchanged, AskWarnings, AskZero } from '../../hours/parts/dialogs.tsx';
import { useEntryFields } from '../../hours/parts/entry-fields.ts';
import { focusProblem } from '../../hours/parts/focus-problem.ts';
import { useNewWarnings } from '../../hours/parts/hours-warnings.tsx';
import { daysAhead, isSameContent } from '../../hours/parts/same-content.ts';
import type { Draft } from '../../hours/parts/use-draft.ts';
import { returnOf } from '../parts/returned-notice.tsx';
import { ActBar, ActButton } from './act-bar.tsx';
import { plannedOf } from './planned.ts';
import { useKept } from './use-kept.tsx';
import type { Acts } from './use-week-acts.ts';
import classes from './week-editor.module.css';

/** Saving and sending, with what is asked before hours go out. */
export function WeekActs(props: { entry: WorksheetEntry; stored: Worksheet | null; typing: Draft; acts: Acts }) {
  const { entry, stored, typing, acts } = props;
  const { t } = useTranslation(['week', 'common']);
  const format = useFormat();
  const { total, problems, warnings, read, today } = useEntryFields();
  const { t: hours } = useTranslation('hours');
  const [asks, setAsks] = useState<'zero' | 'unchanged' | 'warnings'>();
  const { isNew, tell } = useNewWarnings(stored?.warnings ?? []);
  const told = warnings.filter(isNew);
  const ahead = daysAhead(read.lines, entry.hourTypes, today);
  const [isAheadTold, setIsAheadTold] = useState(false);
  const returned = stored ? returnOf(stored) : undefined;
  const last = stored?.submissions.at(-1);
  const { state, text, act } = useKept(stored, typing, acts);
  // A supplement is a part: only the whole is compared with what was agreed.
  const planned = stored?.kind === 'supplement' ? 0 : plannedOf(entry);
  const { outcome } = acts;

  useEffect(() => {
    if (outcome?.kind === 'saved' || outcome?.kind === 'withdrawn') announce(t(`done.${outcome.kind}`));
  }, [outcome, t]);

  /** No hours, hours that came back and are as they were, or that stand out: asked once, before they go out. */
  function send() {
    if (total === 0) setAsks('zero');
    else if (returned && last && isSameContent(read, last)) setAsks('unchanged');
    else if (told.length > 0 || (ahead > 0 && !isAheadTold)) setAsks('warnings');
    else void acts.send();
  }

  const whenRight = (perform: () => void) => () => {
    const [first] = problems;
    if (!first) return perform();
    focusProblem(first);
  };

  return (
    <>
      <ActBar
        total={
          <>
            {planned > 0
              ? t('planned', { hours: format.hours(total), planned: format.hours(planned) })
              : t('hoursOf', { hours: format.hours(total) })}{' '}
            {warnings.length > 0 && (
              <span className={classes.attention}>{hours('attention', { count: warnings.length })}</span>
            )}
          </>
        }
        state={state}
        stateText={
          problems.length > 0 && !acts.busy ? `${text}. ${t('wrongCount', { count: problems.length })}.` : text
        }
        stateAct={act}
        notice={(outcome?.kind === 'no-connection' || outcome?.kind === 'failed') && <Failed acts={acts} />}
      >
        <ActButton
          loading={acts.busy === 'save'}
          disabled={acts.busy === 'send' || (stored !== null && !typing.draft)}
          onClick={whenRight(acts.save)}
        >
          {t('act.save')}
        </ActButton>
        <ActButton main loading={acts.busy === 'send'} disabled={acts.busy === 'save'} onClick={whenRight(send)}>
          {t(stored?.status === 'declined' ? 'act.sendAgain' : 'act.send')}
        </ActButton>
      </ActBar>
      {asks === 'warnings' && (
        <AskWarnings
          warnings={told}
          ahead={ahead}
          onClose={() => setAsks(undefined)}
          onSend={() => {
            tell(told);
            setIsAheadTold(true);
            setAsks(undefined);
            void acts.send();
          }}
        />
      )}
      {asks === 'unchanged' && (
        <AskUnchanged
          reason={returned?.reason ?? null}
          onClose={() => setAsks(undefined)}
          onSend={() => {
            setAsks(undefined);
            void acts.send();
          }}
        />
      )}
      {asks === 'zero' && (
        <AskZero
          title={t('zero.title', { period: t(`zero.period.${entry.period.type}`) })}
          text={t('zero.text')}
          back={t('common:action.back')}
          confirm={t('zero.confirm')}
          onClose={() => setAsks(undefined)}
          onSend={() => {
            setAsks(undefined);
            void acts.send();
          }}
        />
      )}
    </>
  );
}

/** An act that could not be done, in words, at the acts. */
function Failed({ acts }: { acts: Acts }) {
  const { t } = useTranslation('week');
  const { outcome } = acts;
  if (outcome?.kind === 'no-connection') {
    return (
      <Notice tone="warn" role="alert">
        {t(outcome.isOffline ? (outcome.act === 'save' ? 'notSaved' : 'notSent') : 'noAnswer')}
      </Notice>
    );
  }
  if (outcome?.kind !== 'failed') return null;
  return (
    <Notice tone="bad" role="alert">
      {problemMessage(outcome.error)}
    </Notice>
  );
}
