import { isOffice } from '@konnekt/shared/basics/actor';
import type { WorksheetEntry } from '@konnekt/shared/worksheets/worksheet-entry.schema';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useMe } from '../../../api/session-queries.ts';
import { useFormat } from '../../../i18n/format.ts';
import { paths } from '../../../kit/address/paths.ts';
import { intoView } from '../../../ui/into-view.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { Page } from '../../../ui/page.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { draftName } from '../../hours/parts/kept-draft.ts';
import { PeriodSteps } from '../../hours/parts/period-steps.tsx';
import { useStoredElsewhere } from '../../hours/parts/stored-elsewhere.ts';
import { StatusBadge } from '../parts/status-badge.tsx';
import { homeQuery, worksheetQuery } from '../parts/worksheet-queries.ts';
import { Week } from './week.tsx';
import classes from './week-page.module.css';
import { entryQuery, type WeekPlace } from './week-queries.ts';

export { WeekPage as Component };

/** One period of one job of one's own: filled in, sent, looked back at. `part` is a supplement of it. */
function WeekPage() {
  const { t } = useTranslation('week');
  const format = useFormat();
  const queryClient = useQueryClient();
  const { placementId = '', year, number, part } = useParams();
  const isForOther = isOffice(useMe());
  const place = { placementId, year: Number(year), number: Number(number) };
  const options = entryQuery(place);
  const query = useQuery(options);
  useStoredElsewhere(options.queryKey);
  // Drawn together: the row of jobs above would push down a week that somebody already reads.
  const knowsJobs = !useQuery(homeQuery).isPending;
  const entry = knowsJobs ? query.data : undefined;
  const name = draftName(place.placementId, place.year, place.number, part);

  async function refresh() {
    const asked = [queryClient.refetchQueries({ queryKey: options.queryKey })];
    if (part) asked.push(queryClient.refetchQueries({ queryKey: worksheetQuery(part).queryKey }));
    await Promise.all(asked);
    const states = [options.queryKey, ...(part ? [worksheetQuery(part).queryKey] : [])];
    return states.every((key) => queryClient.getQueryState(key)?.status === 'success');
  }

  const title =
    entry && (part ? t('part.title', { period: format.periodInText(entry.period) }) : format.period(entry.period));
  return (
    <Page
      title={title ?? t('title')}
      above={part ? <BackToWhole place={place} /> : isForOther ? <BackToList /> : <OwnPlacements current={entry} />}
      lead={entry && <Facts entry={entry} isPart={part !== undefined} />}
      actions={
        entry &&
        !part && (
          <PeriodSteps
            period={entry.period}
            placement={entry.placement}
            to={({ year, number }) => paths.week(entry.placement.id, year, number)}
          />
        )
      }
    >
      <Loaded query={{ ...query, data: entry }} skeleton={<Skeleton rows={7} height={44} />}>
        {(loaded) =>
          part ? (
            <Part key={name} id={part} name={name} place={place} entry={loaded} refresh={refresh} />
          ) : (
            <Week key={name} name={name} place={place} entry={loaded} stored={loaded.worksheet} refresh={refresh} />
          )
        }
      </Loaded>
    </Page>
  );
}

/** A supplement: it is mended and taken back like a week, and has a version of its own. */
function Part(props: {
  id: string;
  name: string;
  place: WeekPlace;
  entry: WorksheetEntry;
  refresh: () => Promise<boolean>;
}) {
  const { id, ...rest } = props;
  const query = useQuery(worksheetQuery(id));
  return (
    <Loaded query={query} skeleton={<Skeleton rows={5} height={44} />}>
      {(worksheet) => <Week {...rest} stored={worksheet} />}
    </Loaded>
  );
}

function BackToWhole({ place }: { place: WeekPlace }) {
  const { t } = useTranslation('week');
  return (
    <Link className={classes.back} to={paths.week(place.placementId, place.year, place.number)}>
      <IconArrowLeft size={16} stroke={1.75} aria-hidden /> {t('part.back')}
    </Link>
  );
}

function BackToList() {
  const { t } = useTranslation('week');
  return (
    <Link className={classes.back} to={`${paths.worksheets}?phase=to-fill`}>
      <IconArrowLeft size={16} stroke={1.75} aria-hidden /> {t('for.back')}
    </Link>
  );
}

const useOwnCurrent = () => useQuery(homeQuery).data?.employee?.current ?? [];

/** The other jobs of now, each at its current period or, of the same kind, at this one. */
function OwnPlacements({ current }: { current: WorksheetEntry | undefined }) {
  const { t } = useTranslation('week');
  const all = useOwnCurrent();
  if (!current || all.length < 2) return null;
  return (
    <nav className={classes.placements} aria-label={t('placements')}>
      {all.map(({ placement, period }) => {
        const to = placement.periodType === current.period.type ? current.period : period;
        return (
          <Link
            key={placement.id}
            to={paths.week(placement.id, to.year, to.number)}
            aria-current={placement.id === current.placement.id ? 'page' : undefined}
            ref={placement.id === current.placement.id ? intoView : undefined}
          >
            <span>
              {t('atOrganisation', { job: placement.functionName, organisation: placement.organisationName })}
            </span>
          </Link>
        );
      })}
    </nav>
  );
}

function Facts({ entry, isPart }: { entry: WorksheetEntry; isPart: boolean }) {
  const format = useFormat();
  const { period, placement, worksheet } = entry;
  return (
    <span className={classes.facts}>
      <span>{format.range(period.startsOn, period.endsOn)}</span>
      {/* Also with a row of jobs above: on a phone that cuts off what is long. */}
      <span>{placement.functionName}</span>
      <span>{placement.organisationName}</span>
      {!isPart && <StatusBadge status={worksheet?.status ?? null} />}
    </span>
  );
}
