import type { LinkedWorksheet } from '@konnekt/shared/approval-links/approval-link.contract';
import type { Decided } from '@konnekt/shared/worksheets/worksheet-step.schema';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemMessage } from '../../../api/problem-message.ts';
import { useFormat } from '../../../i18n/format.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { TickBox } from '../../../ui/tick-box.tsx';
import bar from '../action-bar.module.css';
import { ApprovalTexts } from '../approval-texts.tsx';
import classes from './mail-approval.module.css';
import { type Linked, useApproveLinked } from './mail-approval-queries.ts';

/** The hours of a link, all of them ticked at first, and the press that approves them. */
export function LinkedHours({ link, token }: { link: Linked; token: string }) {
  const { t } = useTranslation(['mailApproval', 'worksheets']);
  const format = useFormat();
  const approve = useApproveLinked(token);
  const [left, setLeft] = useState<readonly string[]>([]);
  const answer = useRef<HTMLDivElement>(null);
  // What was pressed may be gone: one goes on from what came of it.
  useEffect(() => {
    if (approve.data) answer.current?.focus();
  }, [approve.data]);
  const { worksheets, texts } = link;
  const ticked = worksheets.filter(({ id }) => !left.includes(id));
  const minutes = ticked.reduce((sum, { totalMinutes }) => sum + totalMinutes, 0);
  const press = () =>
    approve.mutate(
      {
        items: ticked.map(({ id, version }) => ({ id, version })),
        approvalTextIds: texts.map(({ id }) => id),
      },
      { onSuccess: ({ done }) => announce(t('done', { count: done.length })) },
    );
  return (
    <>
      {approve.data && (
        <div ref={answer} tabIndex={-1}>
          <Answer answer={approve.data} />
        </div>
      )}
      {approve.error && (
        <Notice tone="bad" role="alert">
          {problemMessage(approve.error)}
        </Notice>
      )}
      {worksheets.length === 0 ? (
        !approve.data && link.hidden === 0 && <p>{t('nothing')}</p>
      ) : (
        <>
          <ul className={classes.rows} aria-label={t('rows')}>
            {worksheets.length > 1 && (
              <li className={classes.row}>
                <TickBox
                  state={ticked.length === worksheets.length ? 'all' : ticked.length === 0 ? 'none' : 'some'}
                  label={t('tickAll')}
                  onTick={(on) => setLeft(on ? [] : worksheets.map(({ id }) => id))}
                />
                <span aria-hidden>{t('tickAll')}</span>
              </li>
            )}
            {worksheets.map((row) => (
              <Row
                key={row.id}
                row={row}
                isTicked={!left.includes(row.id)}
                onTick={(on) => setLeft((before) => (on ? before.filter((id) => id !== row.id) : [...before, row.id]))}
              />
            ))}
          </ul>
          <div className={`${bar.bar} ${classes.acts}`}>
            {ticked.length > 0 && (
              <ApprovalTexts texts={texts.map((text) => ({ text: { ...text, organisationIds: null }, names: [] }))} />
            )}
            <Button
              leftSection={<IconCheck size={16} stroke={2} aria-hidden />}
              loading={approve.isPending}
              disabled={ticked.length === 0}
              onClick={press}
            >
              {t('approve', { count: ticked.length, hours: format.hours(minutes) })}
            </Button>
          </div>
        </>
      )}
    </>
  );
}

function Row(props: { row: LinkedWorksheet; isTicked: boolean; onTick: (on: boolean) => void }) {
  const { t } = useTranslation('worksheets');
  const format = useFormat();
  const { row, isTicked, onTick } = props;
  return (
    <li className={classes.row}>
      <TickBox
        state={isTicked ? 'all' : 'none'}
        label={t('row.tick', { name: row.employeeName, period: format.periodInText(row.period) })}
        onTick={onTick}
      />
      <div>
        <strong>{row.employeeName}</strong>
        <span className={`${classes.quiet} ${classes.facts}`}>
          {[row.functionName, row.organisationName, format.period(row.period)].map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </span>
      </div>
      <strong className="figures">{format.hours(row.totalMinutes)}</strong>
    </li>
  );
}

function Answer({ answer }: { answer: Decided }) {
  const { t } = useTranslation(['mailApproval', 'worksheets']);
  const why = [...new Set(answer.refused.map(({ code }) => code))];
  return (
    <Notice
      tone={answer.refused.length > 0 ? 'warn' : 'info'}
      role="status"
      title={t('done', { count: answer.done.length })}
    >
      {answer.refused.length === 0 ? (
        t('undo')
      ) : (
        <>
          {t('refused', { count: answer.refused.length })}
          <ul>
            {why.map((code) => (
              <li key={code}>{t(`worksheets:refused.${code}`)}</li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
