import { describe, expect, it } from 'vitest';
import {
  canUndo,
  decided,
  foundDone,
  type LastAct,
  nothingTicked,
  ticked,
  tickRows,
  tickState,
  withFreshRows,
  withoutGone,
} from './selection.ts';

const row = (id: string, version = 1, totalMinutes = 60) => ({ id, version, totalMinutes });
const rows = [row('a'), row('b', 2, 90), row('c', 3, 30), row('d')];

describe('ticks', () => {
  it('count worksheets and their minutes', () => {
    const selection = tickRows(nothingTicked, [row('a'), row('b', 2, 90)], true);
    expect(ticked(selection)).toEqual({
      count: 2,
      minutes: 150,
      items: [
        { id: 'a', version: 1, minutes: 60 },
        { id: 'b', version: 2, minutes: 90 },
      ],
    });
  });

  it('are all, some or none of a group', () => {
    const selection = tickRows(nothingTicked, [row('a')], true);
    expect(tickState(selection, [row('a')])).toBe('all');
    expect(tickState(selection, rows)).toBe('some');
    expect(tickState(selection, [row('b')])).toBe('none');
    expect(tickState(selection, [])).toBe('none');
  });

  it('take away the reason of a refusal when they are taken away', () => {
    const refused = { ...tickRows(nothingTicked, [row('a')], true), refused: { a: 'changed' as const } };
    expect(tickRows(refused, [row('a')], false)).toEqual(nothingTicked);
  });
});

describe('what was taken back', () => {
  const act = (decision: LastAct['decision'], refused = 0): LastAct => ({
    ...{ decision, refused, done: [{ id: 'z', version: 3 }], minutes: 60 },
  });
  const said = (lastAct: LastAct, on = true) => tickRows({ ...nothingTicked, lastAct }, [row('a')], on).lastAct;

  it('is said no more once something else is ticked', () => {
    expect(said(act('undo-approval'))).toBeUndefined();
    expect(said(act('undo-decline'))).toBeUndefined();
  });

  it('is said as long as some of it was refused, and a decision as long as it can be taken back', () => {
    expect(said(act('undo-approval', 1))).toBeDefined();
    expect(said(act('undo-approval'), false)).toBeDefined();
    expect(said(act('approve'))).toBeDefined();
  });
});

describe('after a decision', () => {
  const before = tickRows(nothingTicked, rows, true);
  const after = decided(before, 'approve', ticked(before).items, {
    done: [
      { id: 'a', version: 2 },
      { id: 'b', version: 3 },
    ],
    refused: [
      { id: 'c', code: 'changed' },
      { id: 'd', code: 'already-approved' },
    ],
  });

  it('keeps the refused ones ticked, each with its reason', () => {
    expect(Object.keys(after.ticks)).toEqual(['c', 'd']);
    expect(after.refused).toEqual({ c: 'changed', d: 'already-approved' });
  });

  it('remembers what to undo, with the versions that came back', () => {
    expect(after.lastAct).toEqual({
      decision: 'approve',
      done: [
        { id: 'a', version: 2 },
        { id: 'b', version: 3 },
      ],
      refused: 2,
      why: 'changed',
      minutes: 150,
    });
  });

  it('takes over the version on screen only where the person was told that it changed', () => {
    const fresh = withFreshRows(after, [row('c', 9, 45), row('d', 9, 45)]);
    expect(fresh.ticks).toEqual({ c: { version: 9, minutes: 45 }, d: { version: 1, minutes: 60 } });
  });

  it('stays the same object when nothing changed', () => {
    expect(withFreshRows(after, [row('c', 3, 30)])).toBe(after);
  });
});

describe('what an answer that was lost had done', () => {
  const found = [{ id: 'a', version: 2, minutes: 60 }];
  const act = { decision: 'approve' as const, done: [{ id: 'b', version: 3 }], refused: 1, minutes: 90 };

  const lost = { ...nothingTicked, unanswered: { decision: 'approve' as const, ids: ['a', 'c'] } };

  it('is the last act, however it is found, each once', () => {
    const more = [...found, { id: 'c', version: 4, minutes: 30 }];
    expect(foundDone(foundDone(lost, found), more).lastAct).toEqual({
      decision: 'approve',
      done: [
        { id: 'a', version: 2 },
        { id: 'c', version: 4 },
      ],
      refused: 0,
      minutes: 90,
    });
  });

  it('takes nothing along that was decided before, and is nothing where no answer was lost', () => {
    expect(foundDone({ ...lost, lastAct: act }, found).lastAct?.done).toEqual([{ id: 'a', version: 2 }]);
    const answered = { ...nothingTicked, lastAct: act };
    expect(foundDone(answered, found)).toBe(answered);
  });

  it('is told of apart where it is in no list any more', () => {
    const refused = {
      ...tickRows(nothingTicked, [row('d', 1, 60)], true),
      refused: { d: 'already-approved' as const },
    };
    expect(withoutGone({ ...refused, lastAct: act }, ['d'])).toMatchObject({
      ticks: {},
      refused: {},
      lastAct: { refused: 0, gone: 1 },
    });
  });

  it('can be undone where the decision has a way back', () => {
    expect(
      (['approve', 'decline', 'finalise', 'refuse', 'undo-approval'] as const).map((decision) =>
        canUndo({ ...act, decision }),
      ),
    ).toEqual([true, true, true, false, false]);
  });
});
