import type { WorkingTimes } from '@konnekt/shared/working-times/working-time.contract';
import { mostNamed, mostPdfLines } from '@konnekt/shared/working-times/working-time.words';
import { IconClockOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { DownloadLink } from '../../kit/files/download-link.tsx';
import type { Column } from '../../kit/list/column.ts';
import { RecordList, recordLink, recordQuiet } from '../../kit/list/record-list.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { type RegisterAsked, registerAddress, registerQuery } from './working-time-queries.ts';
import classes from './working-times.module.css';

/** What the register of some days holds, its files, and what it lacks, by name. */
export function Register({ asked }: { asked: RegisterAsked }) {
  const { t } = useTranslation('workingTimes');
  const query = useQuery(registerQuery(asked));
  return (
    <Loaded query={query} skeleton={<Skeleton rows={6} height={32} />}>
      {(register) => {
        const { employees, untimed, missing } = register;
        if (employees === 0 && missing.count === 0) return <Empty icon={IconClockOff} title={t('nothing')} />;
        return (
          <div className={classes.parts}>
            <Panel title={t('holds')}>
              <Holds register={register} asked={asked} />
            </Panel>
            {untimed.length > 0 && <Untimed rows={untimed} />}
            {missing.count > 0 && <Missing missing={missing} />}
          </div>
        );
      }}
    </Loaded>
  );
}

function Holds({ register, asked }: { register: WorkingTimes; asked: RegisterAsked }) {
  const { t } = useTranslation('workingTimes');
  const format = useFormat();
  const { language } = format;
  const { employees, workedMinutes, timedMinutes, untimed, missing } = register;
  const parts = Array.from({ length: register.pdfParts }, (_, index) => index + 1);
  const isComplete = untimed.length === 0 && missing.count === 0;
  return (
    <>
      <p className={classes.sums}>
        {t('sums', {
          count: employees,
          people: format.count(employees),
          hours: format.hours(workedMinutes),
          timed: format.hours(timedMinutes),
        })}
      </p>
      <Notice tone={isComplete ? 'good' : 'warn'}>{t(isComplete ? 'complete' : 'incomplete')}</Notice>
      <p className={classes.files}>
        <DownloadLink href={registerAddress({ ...asked, format: 'xlsx', language })}>{t('file.xlsx')}</DownloadLink>
        {parts.length === 1 ? (
          <DownloadLink href={registerAddress({ ...asked, format: 'pdf', language })}>{t('file.pdf')}</DownloadLink>
        ) : (
          parts.map((part) => (
            <DownloadLink key={part} href={registerAddress({ ...asked, format: 'pdf', language, part })}>
              {t('file.part', { part, of: parts.length })}
            </DownloadLink>
          ))
        )}
      </p>
      {parts.length > 1 && (
        <p className={classes.note}>
          {t('pdfHint', { lines: format.count(register.lines), most: format.count(mostPdfLines) })}
        </p>
      )}
    </>
  );
}

type Place = Pick<
  WorkingTimes['untimed'][number],
  'placementId' | 'employeeName' | 'functionName' | 'organisationName'
>;

/** Who, and where. */
function usePlaceColumns<Row extends Place>(): Column<Row>[] {
  const { t } = useTranslation('workingTimes');
  return [
    {
      id: 'employee',
      header: t('employee'),
      cell: ({ placementId, employeeName }) => (
        <Link to={paths.job(placementId)} className={recordLink}>
          {employeeName}
        </Link>
      ),
    },
    {
      id: 'place',
      header: t('place'),
      cell: ({ organisationName, functionName }) => (
        <>
          {organisationName} <span className={recordQuiet}>{functionName}</span>
        </>
      ),
      rank: 1,
    },
  ];
}

function Untimed({ rows }: { rows: WorkingTimes['untimed'] }) {
  const { t } = useTranslation('workingTimes');
  const format = useFormat();
  const place = usePlaceColumns<WorkingTimes['untimed'][number]>();
  const columns: typeof place = [
    ...place,
    {
      id: 'hours',
      header: t('untimed.hours'),
      cell: ({ minutes }) => <span className="figures">{format.hours(minutes)}</span>,
      isFigure: true,
    },
    { id: 'why', header: t('untimed.why'), cell: ({ entryMode }) => t(`untimed.${entryMode}`) },
  ];
  return (
    <Panel title={t('untimed.title')} flush>
      <RecordList label={t('untimed.title')} rows={rows} keyOf={({ placementId }) => placementId} columns={columns} />
      <p className={classes.note}>
        {t('untimed.note')} {rows.length >= mostNamed && t('untimed.first')}
      </p>
    </Panel>
  );
}

function Missing({ missing }: Pick<WorkingTimes, 'missing'>) {
  const { t } = useTranslation('workingTimes');
  const format = useFormat();
  const place = usePlaceColumns<WorkingTimes['missing']['items'][number]>();
  const columns: typeof place = [
    ...place,
    { id: 'period', header: t('missing.period'), cell: ({ period }) => format.period(period), isFigure: true },
  ];
  return (
    <Panel title={t('missing.title')} flush>
      <p className={classes.count}>
        {t('missing.count', { count: missing.count, number: format.count(missing.count) })}
      </p>
      <RecordList
        label={t('missing.title')}
        rows={missing.items}
        keyOf={({ placementId, period }) => `${placementId} ${period.startsOn}`}
        columns={columns}
      />
      {missing.count > missing.items.length && <p className={classes.note}>{t('missing.first')}</p>}
    </Panel>
  );
}
