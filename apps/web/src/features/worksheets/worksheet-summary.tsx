import { isOffice } from '@konnekt/shared/basics/actor';
import { minutesByKind } from '@konnekt/shared/worksheets/worksheet.hours';
import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StandsOut } from './parts/stands-out.tsx';
import { StatusBadge } from './parts/status-badge.tsx';
import classes from './worksheet-summary.module.css';

/** The totals, next to what was planned, the period before and the averages of the weeks up to this one. */
export function WorksheetTotals({ worksheet }: { worksheet: Worksheet }) {
  const { t } = useTranslation('worksheets');
  const format = useFormat();
  const { kind, workedMinutes, totalMinutes, plannedMinutes, previousMinutes, averages } = worksheet;
  return (
    <Panel title={t('page.totals')}>
      <dl className={`${classes.totals} figures`}>
        <dt>{t('field.total')}</dt>
        <dd className={classes.main}>{format.hours(totalMinutes)}</dd>
        {othersIn(worksheet).map(({ id, unit, nameNl, nameEn, size }) => (
          <Fragment key={id}>
            <dt>{format.nameOf({ nameNl, nameEn })}</dt>
            <dd>{format.inUnit(size, unit)}</dd>
          </Fragment>
        ))}
        {workedMinutes !== totalMinutes && (
          <>
            <dt>{t('page.worked')}</dt>
            <dd>{format.hours(workedMinutes)}</dd>
          </>
        )}
        {/* Added hours are a part of a period: only a whole is compared. */}
        {kind === 'regular' && (
          <>
            <dt>{t('page.planned')}</dt>
            <dd>
              {format.hours(plannedMinutes)} <Difference minutes={workedMinutes - plannedMinutes} />
            </dd>
          </>
        )}
        {kind === 'regular' && previousMinutes !== null && (
          <>
            <dt>{t('page.previousPeriod')}</dt>
            <dd>
              {format.hours(previousMinutes)} <Difference minutes={workedMinutes - previousMinutes} />
            </dd>
          </>
        )}
        {averages && (
          <>
            <dt>{t('page.average', { count: 4 })}</dt>
            <dd>{format.hours(averages.fourWeeks)}</dd>
            <dt>{t('page.average', { count: 16 })}</dt>
            <dd>{format.hours(averages.sixteenWeeks)}</dd>
          </>
        )}
      </dl>
      <PaidBy run={worksheet.payrollRun} />
      <Brought from={worksheet.brought} />
      <StandsOut row={{ ...worksheet, minutesByKind: kindsIn(worksheet), placementId: worksheet.placement.id }} />
    </Panel>
  );
}

/** In which payroll run it was paid; the office goes there. */
function PaidBy({ run }: { run: Worksheet['payrollRun'] }) {
  const { t } = useTranslation('worksheets');
  const format = useFormat();
  const me = useMe();
  if (!run) return null;
  const text = t('page.paidBy', { number: run.number, day: format.day(run.runDate) });
  return <p className={classes.paid}>{isOffice(me) ? <Link to={paths.payrollRun(run.id)}>{text}</Link> : text}</p>;
}

/** That an older system paid and invoiced it, and its numbers there. */
function Brought({ from }: { from: Worksheet['brought'] }) {
  const { t } = useTranslation('worksheets');
  if (!from) return null;
  const said = (['runs', 'invoices'] as const).filter((which) => from[which].length > 0);
  return (
    <p className={classes.paid}>
      {t('page.brought')}
      {said.map((which) => ` ${t(`page.broughtAs.${which}`, { numbers: from[which].join(', ') })}`)}
    </p>
  );
}

/** What is no time, by hour type. */
const othersIn = ({ lines, hourTypes }: Worksheet) =>
  hourTypes
    .filter(({ unit }) => unit !== 'hours')
    .map((type) => ({
      ...type,
      size: lines.reduce((sum, line) => sum + (line.hourTypeId === type.id ? (line.quantity ?? 0) : 0), 0),
    }))
    .filter(({ size }) => size !== 0);

const kindsIn = ({ lines, hourTypes }: Worksheet) =>
  minutesByKind(lines, new Map(hourTypes.map(({ id, kind }) => [id, kind])));

function Difference({ minutes }: { minutes: number }) {
  const format = useFormat();
  return <span className={classes.difference}>{minutes === 0 ? '=' : format.hoursDifference(minutes)}</span>;
}

/** Limits of the working-time law that the hours go over. They never block. */
export function WorksheetWarnings({ warnings }: { warnings: Worksheet['warnings'] }) {
  const { t } = useTranslation('worksheets');
  const format = useFormat();
  if (warnings.length === 0) return null;
  const duration = (minutes: number) =>
    minutes < 60 ? t('sheet.breakMinutes', { count: minutes }) : format.hoursLong(minutes);
  return (
    <Notice tone="warn" title={t('page.warnings')}>
      <ul className={classes.warnings}>
        {warnings.map(({ code, date, foundMinutes, limitMinutes }) => {
          const text = t(`warning.${code}`, { found: duration(foundMinutes), limit: duration(limitMinutes) });
          return (
            <li key={`${code} ${date}`}>
              {date
                ? t('warning.attentionOn', { day: format.dayInWords(date), text })
                : t('warning.attention', { text })}
            </li>
          );
        })}
      </ul>
      <span className={classes.note}>{t('warning.note')}</span>
    </Notice>
  );
}

/** The worksheet and its supplements, as one. */
export function WorksheetParts({ worksheet }: { worksheet: Worksheet }) {
  const { t } = useTranslation('worksheets');
  const format = useFormat();
  if (worksheet.supplements.length === 0) return null;
  const { id, kind, sequence, status, totalMinutes } = worksheet;
  const parts = [{ id, kind, sequence, status, totalMinutes }, ...worksheet.supplements].sort(
    (one, other) => one.sequence - other.sequence,
  );
  const together = parts.reduce((sum, part) => sum + part.totalMinutes, 0);
  return (
    <Panel title={t('page.parts')} aside={<strong className="figures">{format.hoursLong(together)}</strong>}>
      <ul className={classes.parts}>
        {parts.map((part) => {
          const kindName = t(`worksheetKind.${part.kind}`);
          // The worksheet itself is the first of them; what was added to it is counted from one.
          const name =
            part.kind === 'regular' ? kindName : t('page.part', { kind: kindName, number: part.sequence - 1 });
          return (
            <li key={part.id}>
              {part.id === id ? (
                <strong>
                  {name} ({t('page.thisOne')})
                </strong>
              ) : (
                <Link to={paths.worksheet(part.id)}>{name}</Link>
              )}
              <StatusBadge status={part.status} />
              <span className="figures">{format.hours(part.totalMinutes)}</span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
