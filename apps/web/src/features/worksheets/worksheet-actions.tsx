import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { type Decision, decisions, isOpenForEntry } from '@konnekt/shared/worksheets/worksheet.status';
import { IconArrowBackUp, IconArrowRight, IconCheck } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session-queries.ts';
import { paths } from '../../kit/address/paths.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { TickBox } from '../../ui/tick-box.tsx';
import { firstToPress, useKeptFocus } from '../../ui/use-kept-focus.ts';
import bar from './action-bar.module.css';
import { currentWalk, placeIn } from './parts/walk.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { RowNote } from './row-note.tsx';
import { tickRows } from './selection.ts';
import { useActWords, useDecisions } from './use-decisions.tsx';
import { useSelection } from './use-selection.ts';
import classes from './worksheet-actions.module.css';

/** What the reader may decide on this worksheet, here; its tick in the list one came from; and the next one. */
export function WorksheetActions({ worksheet }: { worksheet: Worksheet }) {
  const { t } = useTranslation('worksheets');
  const { accountId, mayRegister } = useMe();
  const walk = currentWalk(accountId);
  const ticks = walk?.ticks ?? 'approve';
  const [selection, change] = useSelection(ticks);
  const { act, busy } = useDecisions(change);
  const [reasonFor, setReasonFor] = useState<'decline' | 'refuse'>();

  const { id, version, totalMinutes, allowed } = worksheet;
  const next = placeIn(walk, id)?.next;
  const may = (decision: Decision) => allowed.includes(decision);
  const decide = (decision: Decision, reason?: string, onDone?: () => void) =>
    act(decision, [{ id, version, minutes: totalMinutes }], reason, () => {
      onDone?.();
      setReasonFor(undefined);
    });
  const isTicked = id in selection.ticks;
  const canTick = walk?.ticks !== undefined && (may('approve') || may('finalise') || may('reopen'));
  const { lastAct } = selection;
  const words = useActWords();
  const refused = selection.refused[id];
  const isRegistered = worksheet.kind === 'regular' && worksheet.filledBy === 'supervisor' && mayRegister;
  const canGoOn = isRegistered && isOpenForEntry(worksheet.status);
  const isIdle = !decisions.some(may) && !canGoOn;
  const part = useRef<HTMLElement>(null);
  const kept = useKeptFocus(part, (here) => firstToPress(here) ?? here);
  if (isIdle && !next) return null;

  return (
    <section ref={part} {...kept} tabIndex={-1} className={bar.bar} aria-label={t('page.actions')}>
      <div className={bar.words}>
        {canTick && (
          <span className={classes.tick}>
            <TickBox
              state={isTicked ? 'all' : 'none'}
              label={t('page.tick')}
              onTick={(on) => change((before) => tickRows(before, [{ id, version, totalMinutes }], on))}
            />
            <span aria-hidden>{isTicked ? t('page.ticked') : t('page.tick')}</span>
          </span>
        )}
        {lastAct?.done.some((one) => one.id === id) && <span>{words(lastAct)}</span>}
        {refused && (
          <span role="alert">
            <RowNote note={refused} />
          </span>
        )}
      </div>
      <div className={bar.actions}>
        {may('decline') && (
          <Button variant="default" onClick={() => setReasonFor('decline')}>
            {t('page.decline')}
          </Button>
        )}
        {may('approve') && (
          <Button
            leftSection={<IconCheck size={16} stroke={2} aria-hidden />}
            loading={busy === 'approve'}
            onClick={() => decide('approve')}
          >
            {t('page.approve')}
          </Button>
        )}
        {may('undo-approval') && (
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={16} stroke={1.75} aria-hidden />}
            loading={busy === 'undo-approval'}
            onClick={() => decide('undo-approval')}
          >
            {t('page.undo')}
          </Button>
        )}
        {may('refuse') && (
          <Button variant="default" onClick={() => setReasonFor('refuse')}>
            {t('page.refuse')}
          </Button>
        )}
        {may('finalise') && (
          <Button loading={busy === 'finalise'} onClick={() => decide('finalise')}>
            {t('page.finalise')}
          </Button>
        )}
        {may('reopen') && (
          <Button variant="default" loading={busy === 'reopen'} onClick={() => decide('reopen')}>
            {t('page.reopen')}
          </Button>
        )}
        {canGoOn && <ButtonLink to={paths.registerFor(worksheet.placement.id, worksheet)}>{t('page.goOn')}</ButtonLink>}
        {next && !may('approve') && !may('finalise') && (
          <ButtonLink to={paths.worksheet(next)} rightSection={<IconArrowRight size={16} stroke={1.75} aria-hidden />}>
            {t('page.next')}
          </ButtonLink>
        )}
      </div>
      {reasonFor && (
        <ReasonDialog
          kind={reasonFor}
          ids={[id]}
          isBusy={busy !== undefined}
          onClose={() => setReasonFor(undefined)}
          onSubmit={(reason, onDone) => decide(reasonFor, reason, onDone)}
        />
      )}
    </section>
  );
}
