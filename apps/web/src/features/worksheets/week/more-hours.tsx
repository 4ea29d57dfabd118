import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import type { WorksheetEntry } from '@konnekt/shared/worksheets/worksheet-entry.schema';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConnectionProblem } from '../../../api/problem.ts';
import { problemMessage } from '../../../api/problem-message.ts';
import { useFormat } from '../../../i18n/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { toast } from '../../../ui/toast.tsx';
import { DayFields } from '../../hours/parts/day-fields.tsx';
import { EntryFieldsProvider, useEntryFields } from '../../hours/parts/entry-fields.ts';
import { focusProblem } from '../../hours/parts/focus-problem.ts';
import { useAdding } from '../../hours/parts/use-adding.ts';
import { useEntryDraft } from '../../hours/parts/use-entry-draft.ts';
import { useThrowAway } from '../../hours/parts/use-throw-away.ts';
import classes from './more-hours.module.css';

/** Hours added to what was sent: sent at once as a supplement, never saved. What is typed is kept on the device. */
export function MoreHours(props: {
  name: string;
  entry: WorksheetEntry;
  worksheet: Worksheet;
  takeIn: (part: Worksheet) => void;
  refresh: () => Promise<boolean>;
  /** What stands below the days of a week. */
  below: ReactNode;
  onClose: () => void;
  /** What was thrown away is wanted back. */
  onReopen: () => void;
}) {
  const { name, entry, worksheet, takeIn, refresh, onClose, onReopen } = props;
  const { t } = useTranslation('week');
  const format = useFormat();
  const outside = useEntryFields();
  const throwAway = useThrowAway();
  const firstHourTypeId = outside.sheet.rows[0]?.hourTypeId ?? '';
  const hours = useEntryDraft(name, entry, null, firstHourTypeId);
  const { sheet, read } = hours;
  const { isBusy, outcome, refused, forget, send } = useAdding({
    hours,
    worksheet,
    focus: focusProblem,
    takeIn: (part) => (part ? takeIn(part) : refresh()),
    onSent: (isAll) => {
      toast({ tone: 'good', message: t('done.more') });
      if (isAll) onClose();
    },
  });

  const fields = {
    ...outside,
    sheet,
    read,
    problems: [...read.problems, ...refused],
    warnings: [],
    change: (update: Parameters<typeof hours.change>[0]) => {
      forget();
      hours.change(update);
    },
  };
  const isBad =
    outcome?.kind === 'nothing' || (outcome?.kind === 'failed' && !(outcome.error instanceof ConnectionProblem));
  return (
    <Panel title={t('more.title', { period: format.periodInText(entry.period) })}>
      <div className={classes.form}>
        <p className={classes.text}>{t('more.text')}</p>
        <EntryFieldsProvider value={fields}>
          <DayFields />
          <div className={classes.below}>{props.below}</div>
        </EntryFieldsProvider>
        {outcome && (
          <Notice tone={isBad ? 'bad' : 'warn'} role="alert">
            {outcome.kind !== 'failed'
              ? t(`more.${outcome.kind}`)
              : outcome.error instanceof ConnectionProblem
                ? t(outcome.error.isOffline ? 'notSent' : 'noAnswer')
                : problemMessage(outcome.error)}
          </Notice>
        )}
        <div className={classes.acts}>
          <Button
            variant="default"
            disabled={isBusy}
            onClick={() => {
              throwAway(hours, onReopen);
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
