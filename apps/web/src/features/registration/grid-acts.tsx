import type { Registered, Registration } from '@konnekt/shared/registration/registration.contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { clearToasts } from '../../ui/toast.tsx';
import { AskToSend, isWorthALook } from './ask-to-send.tsx';
import classes from './registration-grid.module.css';
import { type RegisterAct, useRegister, useTakeBack } from './registration-queries.ts';
import type { GridRow } from './row-as-typed.ts';
import { problemsAt } from './typed-problems.ts';
import { useFailureWords } from './use-failure-words.ts';
import type { RowAnswer, useGrid } from './use-grid.ts';

/** Save all and send all: one request, and an answer at each row. */
export function GridActs(props: {
  registration: Registration;
  grid: ReturnType<typeof useGrid>;
  answer: (answers: Record<string, RowAnswer>) => void;
  focusFirst: (placementId: string, key: string) => void;
}) {
  const { t } = useTranslation('registration');
  const wordsForFailure = useFailureWords();
  const { t: common } = useTranslation();
  const format = useFormat();
  const { registration, grid, answer, focusFirst } = props;
  const register = useRegister();
  const [said, setSaid] = useState<{ role: 'alert' | 'status'; text: string }>();
  const [asks, setAsks] = useState(false);
  const takeBack = useTakeBack();
  /** What was sent last, to be taken back. */
  const [sent, setSent] = useState<Registered['done']>([]);

  const canSend = grid.rows.filter(
    ({ row, isTyped, isOpen: canType, standing, read }) =>
      canType &&
      (isTyped ? standing === 'mine' : row.state === 'to-send') &&
      (read.lines.length > 0 || read.problems.length > 0),
  );
  const canSave = grid.rows.filter(({ isTyped, standing }) => isTyped && standing === 'mine');
  const good = (rows: GridRow[]) => rows.filter(({ read }) => read.problems.length === 0);
  const ready = good(canSend);
  const count = ready.length;
  const hours = format.hours(ready.reduce((sum, { read }) => sum + read.totalMinutes, 0));
  const isOpen = registration.periodState === 'open';
  const pending = register.isPending && register.variables.act;

  async function act(name: RegisterAct) {
    setAsks(false);
    setSaid(undefined);
    // What was said of filling in, such as that nothing was sent yet, stops being true.
    clearToasts();
    answer({});
    const wanted = name === 'save' ? canSave : canSend;
    const rows = good(wanted);
    const wrong = wanted.find(({ read }) => read.problems.length > 0);
    const words = wrong ? [t('grid.wrong', { count: wanted.length - rows.length })] : [];
    if (wrong) focusFirst(wrong.row.placement.id, wrong.read.problems[0]?.key ?? '');
    try {
      const { done, refused } =
        rows.length > 0
          ? await register.mutateAsync({ act: name, period: registration.period, rows: rows.map(toSend) })
          : { done: [], refused: [] };
      grid.settle(done, rows);
      if (done.length > 0) setSent(name === 'send' ? done : []);
      answer(Object.fromEntries(refused.map((one) => [one.placementId, answerOf(one, rows)])));
      if (done.length > 0) words.unshift(t(name === 'save' ? 'grid.saved' : 'grid.sent', { count: done.length }));
      if (refused.length > 0) words.push(t('grid.refused', { count: refused.length }));
      setSaid({ role: wrong || refused.length > 0 ? 'alert' : 'status', text: words.join(' ') });
    } catch (error) {
      const text = wordsForFailure(error);
      setSaid({ role: 'alert', text });
    }
  }

  /** All that was sent last is to be sent again, as far as nobody did something with it. */
  async function undo() {
    try {
      const { done, refused } = await takeBack.mutateAsync(sent);
      const words = [t('grid.takenBack', { count: done.length })];
      if (refused.length > 0) words.push(t('grid.notTakenBack', { count: refused.length }));
      setSent([]);
      setSaid({ role: refused.length > 0 ? 'alert' : 'status', text: words.join(' ') });
    } catch (error) {
      setSaid({ role: 'alert', text: wordsForFailure(error) });
    }
  }

  function toSend({ row, read }: GridRow) {
    const basedOn = grid.basedOn(row.placement.id, row);
    return {
      placementId: row.placement.id,
      worksheetId: basedOn?.id ?? null,
      version: basedOn?.version ?? null,
      lines: read.lines,
      remark: read.remark,
    };
  }

  function answerOf({ placementId, code, errors }: Registered['refused'][number], rows: GridRow[]): RowAnswer {
    const sent = rows.find(({ row }) => row.placement.id === placementId);
    return { note: t(`refused.${code}`), problems: problemsAt(errors, sent?.read.keys ?? []), of: sent?.typed };
  }

  return (
    <section id="grid-acts" tabIndex={-1} className={classes.bar} aria-label={t('grid.bar')}>
      <div className={classes.words}>
        {said && <strong role={said.role}>{said.text}</strong>}
        {sent.length > 0 && (
          <Button variant="subtle" size="xs" loading={takeBack.isPending} onClick={undo}>
            {common('action.undo')}
          </Button>
        )}
        <span className="figures">{count > 0 ? t('grid.counts', { count, hours }) : t('grid.nothing')}</span>
        {canSave.length > 0 && <span className={classes.quiet}>{t('grid.typed', { count: canSave.length })}</span>}
        {!grid.isOnDevice && <span className={classes.note}>{t('entry.notKept')}</span>}
      </div>
      <div className={classes.buttons}>
        <Button
          variant="default"
          disabled={!isOpen || canSave.length === 0}
          loading={pending === 'save'}
          onClick={() => void act('save')}
        >
          {t('grid.saveAll')}
        </Button>
        <Button
          disabled={!isOpen || canSend.length === 0}
          loading={pending === 'send'}
          onClick={() => (count > 1 || ready.some(isWorthALook) ? setAsks(true) : void act('send'))}
        >
          {t('grid.sendAll')}
        </Button>
      </div>
      {asks && <AskToSend rows={ready} hours={hours} onClose={() => setAsks(false)} onSend={() => void act('send')} />}
    </section>
  );
}
