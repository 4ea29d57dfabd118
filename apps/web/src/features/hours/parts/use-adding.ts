import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { useState } from 'react';
import { call } from '../../../api/client.ts';
import { newId } from '../../../api/new-id.ts';
import { ApiProblem } from '../../../api/problem.ts';
import type { CellProblem } from './read-sheet.ts';
import { refusedAt } from './refused.ts';
import { isSameContent } from './same-content.ts';
import { withoutSent } from './same-text.ts';
import { isBlankSheet } from './sheet.ts';
import type { Draft, useDraft } from './use-draft.ts';

/** What is to be said after a try: nothing was filled in, some was typed since or was not what arrived, or it failed. */
type Outcome = { kind: 'nothing' | 'since' | 'arrived' } | { kind: 'failed'; error: unknown };

/**
 * Hours added to what was sent: sent at once as a part of their own, never saved, and counted once, whichever answers got lost.
 */
export function useAdding(options: {
  hours: Draft & Pick<ReturnType<typeof useDraft>, 'read'>;
  worksheet: { id: string; version: number };
  /** Goes to a field that is wrong. */
  focus: (problem: CellProblem) => void;
  /** Takes in what is stored now: the part, or after a refusal whatever it is. */
  takeIn: (part: Worksheet | undefined) => Promise<unknown> | unknown;
  /** All of it was sent, `isAll`, or some was typed since. */
  onSent: (isAll: boolean) => void;
}) {
  const { hours, worksheet, focus, takeIn, onSent } = options;
  const { sheet, read } = hours;
  const [isBusy, setIsBusy] = useState(false);
  const [hasTried, setHasTried] = useState(false);
  const [refused, setRefused] = useState<CellProblem[]>([]);
  const [outcome, setOutcome] = useState<Outcome>();

  function forget() {
    setRefused([]);
    setOutcome(undefined);
  }

  async function send() {
    if (isBusy) return;
    forget();
    setHasTried(true);
    const [first] = read.problems;
    if (first) return focus(first);
    if (read.lines.length === 0) return setOutcome({ kind: 'nothing' });
    setIsBusy(true);
    try {
      await add();
    } catch (error) {
      if (!(error instanceof ApiProblem)) return setOutcome({ kind: 'failed', error });
      const places = refusedAt(error.body.errors, read.keys);
      setRefused(places);
      if (places[0]) focus(places[0]);
      else setOutcome({ kind: 'failed', error });
      await takeIn(undefined);
    } finally {
      setIsBusy(false);
    }
  }

  async function add() {
    const content = { lines: read.lines, remark: read.remark };
    const partId = hours.draft?.partId ?? newId();
    hours.trying(content, partId);
    const part = await call('POST /api/worksheets/:id/supplements', {
      params: { id: worksheet.id },
      body: { version: worksheet.version, id: partId, ...content },
    });
    const [sent] = part.submissions;
    if (sent && !isSameContent(sent, content)) {
      // They went on typing after a send whose answer got lost, but that did arrive: what is here now was not sent.
      hours.trying(content);
      setOutcome({ kind: 'arrived' });
      return await takeIn(undefined);
    }
    await takeIn(part);
    const since = withoutSent(hours.now(), sheet);
    const isAll = isBlankSheet(since);
    if (isAll) hours.discard();
    else {
      hours.rebase(since);
      setHasTried(false);
      setOutcome({ kind: 'since' });
    }
    onSent(isAll);
  }

  return { isBusy, hasTried, refused, outcome, forget, send };
}
