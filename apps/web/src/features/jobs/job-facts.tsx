import type { Job } from '@konnekt/shared/jobs/job.schema';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { agencyQuery } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import classes from './jobs.module.css';
import { useJobDates } from './use-job-columns.tsx';

/** What was agreed, and whom to ask at the agency: by their own phone and address, else by those of the help desk. */
export function JobFacts({ job }: { job: Job }) {
  const { t } = useTranslation('jobs');
  const format = useFormat();
  const dates = useJobDates();
  const { data: agency } = useQuery(agencyQuery);
  const { contact } = job;
  const phone = contact?.phone ?? agency?.helpdeskPhone;
  const email = contact?.email ?? agency?.helpdeskEmail;
  return (
    <Facts>
      <Fact name={t('facts.function')}>{job.functionName}</Fact>
      <Fact name={t('facts.organisation')}>{job.organisationName}</Fact>
      <Fact name={t('facts.dates')}>{dates(job)}</Fact>
      <Fact name={t('facts.agreed')}>
        <span className="figures">{format.hours(job.plannedMinutes)}</span>
      </Fact>
      {job.budgetNumber && <Fact name={t('facts.budget')}>{job.budgetNumber}</Fact>}
      <Fact name={t('facts.contact')}>
        {contact?.name ?? t('facts.helpdesk')}
        {phone && (
          <>
            <br />
            <a className={classes.reach} href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
              {phone}
            </a>
          </>
        )}
        {email && (
          <>
            <br />
            <a className={classes.reach} href={`mailto:${email}`}>
              {email}
            </a>
          </>
        )}
      </Fact>
    </Facts>
  );
}
