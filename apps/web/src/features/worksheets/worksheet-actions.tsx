import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { type Decision, decisions } from '@konnekt/shared/worksheets/worksheet.status';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { useMe } from '../../api/session-queries.ts';
import { paths } from '../../kit/address/paths.ts';
import { TickBox } from '../../ui/tick-box.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import bar from './action-bar.module.css';
import { LastDone } from './action-bar.tsx';
import { ApprovalTexts, useApprovalTexts } from './approval-texts.tsx';
import { hourEntryOf } from './hour-entry.ts';
import { KeysDialog } from './keys-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { RowNote } from './row-note.tsx';
import { type LastAct, tickRows } from './selection.ts';
import { useActWords, useDecisions } from './use-decisions.tsx';
import { goneOf } from './use-gone.ts';
import { useKeptChoice } from './use-kept-choice.ts';
import { type PageKey, usePageKeys } from './use-page-keys.ts';
import { useSelection } from './use-selection.ts';
import { type useWalk, walking } from './use-walk.ts';
import classes from './worksheet-actions.module.css';
import { WorksheetButtons } from './worksheet-buttons.tsx';

/** What the address says of the worksheet before: it was decided, and can be taken back from here. */
const afterDecision = { isAfterDecision: true } as const;

/** What the reader may decide on this worksheet, here; its tick in the list one came from; and the next one. */
export function WorksheetActions(props: {
  worksheet: Worksheet;
  along: ReturnType<typeof useWalk>;
  showsKeys: boolean;
  onKeys: (shown: boolean) => void;
}) {
  const { t } = useTranslation('worksheets');
  const me = useMe();
  const navigate = useNavigate();
  const { state } = useLocation();
  const { worksheet } = props;
  const { walk, place } = props.along;
  const { organisationId, organisationName } = worksheet.placement;
  const texts = useApprovalTexts(worksheet.allowed.includes('approve') ? [{ organisationId, organisationName }] : []);
  const [selection, change] = useSelection(walk?.ticks ?? 'approve');
  const { act, undo, busy } = useDecisions(change, texts);
  const [reasonFor, setReasonFor] = useState<'decline' | 'refuse'>();
  const [goesOn, setGoesOn] = useKeptChoice('decision.goes-on', false);
  const [keysAreOn, setKeysAreOn] = useKeptChoice('worksheet.keys', true);

  const { id, version, totalMinutes, allowed } = worksheet;
  const next = place?.next;
  const may = (decision: Decision) => allowed.includes(decision);
  const decide = (decision: Decision, reason?: string, onDone?: () => void) =>
    act(decision, [{ id, version, minutes: totalMinutes }], reason, ({ done }) => {
      onDone?.();
      setReasonFor(undefined);
      if (goesOn && next && done.length > 0 && onward.includes(decision))
        void navigate(paths.worksheet(next), { state: afterDecision, ...walking });
    });
  const isTicked = id in selection.ticks;
  const canTick = walk?.ticks !== undefined && (may('approve') || may('finalise') || may('reopen'));
  const tick = (on: boolean) => change((before) => tickRows(before, [{ id, version, totalMinutes }], on));
  const { lastAct } = selection;
  const words = useActWords();
  const became = useBecame(worksheet);
  const refused = selection.refused[id];
  const entry = hourEntryOf(worksheet, me);
  const isLast = isOf(lastAct, id);
  const isAfterOther = !isLast && lastAct !== undefined && isAfterDecision(state);
  const mayAct = decisions.some(may) || allowed.includes('correct') || entry.canGoOn || entry.canAdd;
  const isIdle = !mayAct && !isLast && !isAfterOther;
  const canDecide = may('approve') || may('finalise');
  const part = useRef<HTMLElement>(null);
  // After a decision one goes on to the next one; a second Enter never takes the first back.
  const kept = useKeptFocus(part, (here) => here.querySelector<HTMLElement>('a[data-next]') ?? here);

  usePageKeys(keysAreOn && reasonFor === undefined, (key: PageKey) => {
    // The address is the next worksheet's a moment before its page is: nothing is decided on the one that was left.
    if (window.location.pathname !== paths.worksheet(id)) return;
    const to = key === 'j' ? next : key === 'k' ? place?.previous : undefined;
    if (to) void navigate(paths.worksheet(to), walking);
    if (key === 'a' && may('approve')) decide('approve');
    else if (key === 'a' && may('finalise')) decide('finalise');
    if (key === 'd' && may('decline')) setReasonFor('decline');
    else if (key === 'd' && may('refuse')) setReasonFor('refuse');
    if (key === 'x' && canTick) tick(!isTicked);
    if (key === '?') props.onKeys(true);
  });

  return (
    <>
      {(!isIdle || next) && (
        <section ref={part} {...kept} tabIndex={-1} className={bar.bar} aria-label={t('page.actions')}>
          <ApprovalTexts texts={texts} />
          <div className={bar.words}>
            {canTick && (
              <span className={classes.tick}>
                <TickBox state={isTicked ? 'all' : 'none'} label={t('page.tick')} onTick={tick} />
                <span aria-hidden>{isTicked ? t('page.ticked') : t('page.tick')}</span>
              </span>
            )}
            {next && canDecide && (
              <span className={classes.tick}>
                <TickBox state={goesOn ? 'all' : 'none'} label={t('page.goesOn')} onTick={setGoesOn} />
                <span aria-hidden>{t('page.goesOn')}</span>
              </span>
            )}
            {isLast && lastAct && <span>{words(lastAct)}</span>}
            {isAfterOther && <LastDone act={lastAct} busy={busy} onUndo={() => undo(lastAct)} />}
            {refused && (
              <span role="alert">
                <RowNote note={refused}>{onward.some(may) ? undefined : became}</RowNote>
              </span>
            )}
          </div>
          <WorksheetButtons
            worksheet={worksheet}
            entry={entry}
            next={canDecide ? undefined : next}
            busy={busy}
            onDecide={decide}
            onReason={setReasonFor}
          />
        </section>
      )}
      {props.showsKeys && (
        <KeysDialog place="page" isOn={keysAreOn} onTurn={setKeysAreOn} onClose={() => props.onKeys(false)} />
      )}
      {reasonFor && (
        <ReasonDialog
          kind={reasonFor}
          ids={[id]}
          isBusy={busy !== undefined}
          onClose={() => setReasonFor(undefined)}
          onSubmit={(reason, onDone) => decide(reasonFor, reason, onDone)}
        />
      )}
    </>
  );
}

/** After these one may go on to the next worksheet by itself. */
const onward: readonly Decision[] = ['approve', 'decline', 'finalise', 'refuse'];

const isOf = (act: LastAct | undefined, id: string) => act?.done.some((one) => one.id === id) ?? false;

const isAfterDecision = (state: unknown) => typeof state === 'object' && state !== null && 'isAfterDecision' in state;

/** What somebody did with it last, as a sentence: there are no new hours to be looked at then. */
function useBecame(worksheet: Worksheet): string | undefined {
  const { t } = useTranslation('worksheets');
  const { action, by } = goneOf(worksheet);
  return action === 'changed' ? undefined : sentence(t(`gone.${action}`, { name: by }));
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
