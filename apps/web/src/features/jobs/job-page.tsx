import type { JobWithYears } from '@konnekt/shared/jobs/job.schema';
import { IconBriefcase } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { isNotThere } from '../../api/problem.ts';
import { useMe } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { BackLink } from '../../kit/address/back-link.tsx';
import { paths } from '../../kit/address/paths.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { JobFacts } from './job-facts.tsx';
import { JobHistory } from './job-history.tsx';
import { jobQuery } from './job-queries.ts';
import classes from './jobs.module.css';

export { JobPage as Component };

/** One job: what was agreed, whom to ask, and the hours of each period and year. */
function JobPage() {
  const { t } = useTranslation('jobs');
  const { id = '' } = useParams();
  const isOwn = useMe().role === 'employee';
  const query = useQuery(jobQuery(id));
  const job = query.data;
  const isUnknown = isNotThere(query.error);
  return (
    <Page
      title={job ? (isOwn ? job.organisationName : job.employeeName) : t('title')}
      above={<BackLink to={paths.jobs}>{t('back')}</BackLink>}
      lead={job && [job.functionName, ...(isOwn ? [] : [job.organisationName])].join(' · ')}
    >
      {isUnknown ? (
        <Empty icon={IconBriefcase} title={t('unknown')}>
          {t('unknownText')}
        </Empty>
      ) : (
        <Loaded query={query} skeleton={<Skeleton rows={8} height={32} />}>
          {(loaded) => (
            <div className={classes.parts}>
              <Panel title={t('facts.title')}>
                <JobFacts job={loaded} />
              </Panel>
              {loaded.years.length > 0 && (
                <Panel title={t('years.title')}>
                  <Years years={loaded.years} />
                </Panel>
              )}
              <JobHistory job={loaded} />
            </div>
          )}
        </Loaded>
      )}
    </Page>
  );
}

function Years({ years }: Pick<JobWithYears, 'years'>) {
  const { t } = useTranslation('jobs');
  const format = useFormat();
  return (
    <div className={classes.years}>
      {years.map(({ year, workedMinutes, types }) => (
        <section key={year} aria-label={String(year)}>
          <h3>
            {year} <span className="figures">{t('years.worked', { hours: format.hours(workedMinutes) })}</span>
          </h3>
          <table aria-label={`${t('years.title')}, ${year}`}>
            <tbody>
              {types.map(({ hourTypeId, hourTypeNl, hourTypeEn, unit, minutes, quantity }) => (
                <tr key={hourTypeId}>
                  <th scope="row">{format.language === 'nl' ? hourTypeNl : hourTypeEn}</th>
                  <td>{format.inUnit(unit === 'hours' ? minutes : quantity, unit)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  );
}
