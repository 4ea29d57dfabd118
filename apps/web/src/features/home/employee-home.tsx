import type { Home } from '@konnekt/shared/home/home.contract';
import { IconCalendarOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Empty } from '../../ui/empty.tsx';
import { Panel } from '../../ui/panel.tsx';
import { CurrentWeeks, OwnWeek } from '../worksheets/parts/own-weeks.tsx';
import classes from './employee-home.module.css';

type EmployeePart = NonNullable<Home['employee']>;

/** One's own hours: what came back and why, this week, what is late, and what waits for approval. */
export function EmployeeHome({ home }: { home: EmployeePart }) {
  const { t } = useTranslation('week');
  const format = useFormat();
  const late = home.late.filter(({ filledBy }) => filledBy === 'employee');
  return (
    <div className={classes.blocks}>
      {home.returned.length > 0 && (
        <Panel title={t('home.returned')} flush>
          <ul>
            {home.returned.map(({ row, reason, by, at }) => (
              <OwnWeek key={row.id} row={row} act="mend" main>
                <blockquote className={classes.reason}>{reason}</blockquote>
                <span className={classes.quiet}>{t('home.by', { name: by, when: format.moment(at) })}</span>
              </OwnWeek>
            ))}
          </ul>
        </Panel>
      )}
      <section aria-labelledby="current-weeks">
        <h2 id="current-weeks" className={classes.title}>
          {t(home.current.every(({ period }) => period.type === 'week') ? 'home.thisWeek' : 'home.current')}
        </h2>
        {home.current.length === 0 ? (
          <Empty icon={IconCalendarOff} title={t('home.noneTitle')} small>
            {t('home.noneText')}
          </Empty>
        ) : (
          <CurrentWeeks current={home.current} />
        )}
      </section>
      {late.length > 0 && (
        <Panel title={t('home.late')} aside={<span className={classes.quiet}>{t('home.lateText')}</span>} flush>
          <ul>
            {late.map((row) => (
              <OwnWeek key={`${row.placementId} ${row.period.startsOn} ${row.id}`} row={row} />
            ))}
          </ul>
        </Panel>
      )}
      {home.waiting.length > 0 && (
        <Panel title={t('home.waiting')} flush>
          <ul>
            {home.waiting.map((row) => (
              <OwnWeek key={row.id} row={row} act="view">
                <span className={classes.quiet}>
                  {row.waitsFor.length > 0
                    ? t('home.waitsFor', { names: format.oneOf(row.waitsFor), since: format.moment(row.sentAt ?? '') })
                    : t('home.waitsForNobody', { since: format.moment(row.sentAt ?? '') })}
                </span>
              </OwnWeek>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}
