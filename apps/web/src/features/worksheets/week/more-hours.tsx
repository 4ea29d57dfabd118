import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import type { WorksheetEntry } from '@konnekt/shared/worksheets/worksheet-entry.schema';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConnectionProblem } from '../../../api/problem.ts';
import { problemMessage } from '../../../api/problem-message.ts';
import { useFormat } from '../../../i18n/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { toast } from '../../../ui/toast.tsx';
import { DayFields } from '../../hours/parts/day-fields.tsx';
import { EntryFieldsProvider, rulesOfEntry, useEntryFields } from '../../hours/parts/entry-fields.ts';
import { focusProblem } from '../../hours/parts/focus-problem.ts';
import { readSheet } from '../../hours/parts/read-sheet.ts';
import { isSameContent } from '../../hours/parts/same-content.ts';
import { cellsOf, sheetFrom, type TypedSheet, withoutSent } from '../../hours/parts/sheet.ts';
import { useDraft } from '../../hours/parts/use-draft.ts';
import { useThrowAway } from '../../hours/parts/use-throw-away.ts';
import { newPartId } from '../parts/part-id.ts';
import classes from './more-hours.module.css';
import { SheetRemark } from './week-editor.tsx';
import { sendMoreHours, useTakeIn, type WeekPlace } from './week-queries.ts';
import { WeekTotals } from './week-totals.tsx';

/** Hours added to what was sent: sent at once as a supplement, never saved. What is typed is kept on the device. */
export function MoreHours(props: {
  name: string;
  entry: WorksheetEntry;
  worksheet: Worksheet;
  place: WeekPlace;
  refresh: () => Promise<boolean>;
  onClose: () => void;
  /** What was thrown away is wanted back. */
  onReopen: () => void;
}) {
  const { name, entry, worksheet, place, refresh, onClose, onReopen } = props;
  const { t } = useTranslation('week');
  const { t: common } = useTranslation();
  const format = useFormat();
  const outside = useEntryFields();
  const takeIn = useTakeIn(place);
  const throwAway = useThrowAway();
  const [error, setError] = useState<unknown>();
  const [isBusy, setIsBusy] = useState(false);
  const [left, setLeft] = useState<'since' | 'arrived'>();
  const [lacksHours, setLacksHours] = useState(false);
  const firstHourTypeId = outside.sheet.rows[0]?.hourTypeId ?? '';
  // Nothing is stored under it: only a draft on this device.
  const rules = useMemo(() => rulesOfEntry(entry), [entry]);
  const fresh = useMemo(() => sheetFrom([], '', firstHourTypeId), [firstHourTypeId]);
  const readIt = useCallback((sheet: TypedSheet) => readSheet(sheet, rules), [rules]);
  const typing = useDraft({ name, stored: null, fresh, read: readIt });
  const { read } = typing;
  const content = { lines: read.lines, remark: read.remark };

  async function send() {
    const [first] = read.problems;
    setLacksHours(!first && read.lines.length === 0);
    if (first) return focusProblem(first);
    if (read.lines.length === 0) return;
    setIsBusy(true);
    setError(undefined);
    setLeft(undefined);
    try {
      const partId = typing.draft?.partId ?? newPartId();
      typing.trying(content, partId);
      const part = await sendMoreHours(worksheet, partId, content);
      const [sent] = part.submissions;
      if (sent && !isSameContent(sent, content)) {
        // They went on typing after a send whose answer got lost, but that did arrive: what is here now was not sent.
        typing.trying(content);
        setLeft('arrived');
        return await refresh();
      }
      takeIn(part);
      toast({ tone: 'good', message: t('done.more') });
      const since = withoutSent(typing.now(), typing.sheet);
      if (cellsOf(since).length > 0 || since.remark.trim() !== '') {
        typing.rebase(since);
        return setLeft('since');
      }
      typing.discard();
      onClose();
    } catch (problem) {
      setError(problem);
      if (!(problem instanceof ConnectionProblem)) await refresh();
    } finally {
      setIsBusy(false);
    }
  }

  const fields = {
    ...outside,
    sheet: typing.sheet,
    read,
    problems: read.problems,
    warnings: [],
    change: (update: Parameters<typeof typing.change>[0]) => {
      setLacksHours(false);
      typing.change(update);
    },
  };
  return (
    <Panel title={t('more.title', { period: format.periodInText(entry.period) })}>
      <div className={classes.form}>
        <p className={classes.text}>{t('more.text')}</p>
        <EntryFieldsProvider value={fields}>
          <DayFields />
          <div className={classes.below}>
            <SheetRemark />
            <WeekTotals planned={0} />
          </div>
        </EntryFieldsProvider>
        {lacksHours && (
          <Notice tone="bad" role="alert">
            {t('more.nothing')}
          </Notice>
        )}
        {left && (
          <Notice tone="warn" role="alert">
            {t(`more.${left}`)}
          </Notice>
        )}
        {error !== undefined && (
          <Notice tone={error instanceof ConnectionProblem ? 'warn' : 'bad'} role="alert">
            {error instanceof ConnectionProblem
              ? t(error.isOffline ? 'notSent' : 'noAnswer')
              : problemMessage(common, error)}
          </Notice>
        )}
        <div className={classes.acts}>
          <Button
            variant="default"
            disabled={isBusy}
            onClick={() => {
              throwAway(typing, onReopen);
              onClose();
            }}
          >
            {t('more.cancel')}
          </Button>
          <Button loading={isBusy} onClick={() => void send()}>
            {t('more.send')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}
