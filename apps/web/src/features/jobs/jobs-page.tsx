import { isOffice } from '@konnekt/shared/basics/actor';
import type { Job } from '@konnekt/shared/jobs/job.schema';
import { jobSorts, runningTimes } from '@konnekt/shared/jobs/job.words';
import { IconBriefcase, IconClockHour4 } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session-queries.ts';
import { paths } from '../../kit/address/paths.ts';
import { Tabs } from '../../kit/address/tabs.tsx';
import { idIn, isId, oneOf, useAddress } from '../../kit/address/use-address.ts';
import { ChoiceFilter } from '../../kit/list/choice-filter.tsx';
import { OfficeList } from '../../kit/list/office-list.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { OrganisationFilter } from '../organisations/parts/organisation-filter.tsx';
import { JobFiles } from './job-files.tsx';
import { jobRows } from './job-queries.ts';
import { JobTotals } from './job-totals.tsx';
import { useJobColumns } from './use-job-columns.tsx';

export { JobsPage as Component };

const tabs = ['jobs', 'totals'] as const;

/** Who works or worked where; of clients and for the office with totals by function and cost centre. */
function JobsPage() {
  const { t } = useTranslation('jobs');
  const me = useMe();
  const isOwn = me.role === 'employee';
  const asked = oneOf(tabs, useAddress().read('tab'));
  const tab = (!isOwn && asked) || 'jobs';
  return (
    <Page
      title={t('title')}
      lead={t(`lead.${isOffice(me) ? 'office' : isOwn ? 'employee' : 'supervisor'}`)}
      actions={
        <ButtonLink
          variant="default"
          to={paths.workingTimes}
          leftSection={<IconClockHour4 size={16} stroke={2} aria-hidden />}
        >
          {t('register')}
        </ButtonLink>
      }
    >
      {!isOwn && <Tabs label={t('tabs')} current={tab} tabs={tabs.map((id) => ({ id, label: t(`tab.${id}`) }))} />}
      {tab === 'totals' ? <JobTotals /> : <JobList isOwn={isOwn} />}
    </Page>
  );
}

function JobList({ isOwn }: { isOwn: boolean }) {
  const { t } = useTranslation('jobs');
  const address = useAddress();
  const running = oneOf(runningTimes, address.read('running'));
  const sort = oneOf(jobSorts, address.read('sort')) ?? (isOwn ? '-starts' : 'employee');
  const filter = { q: address.read('q') || undefined, organisationId: idIn(address.read('organisation')), running };
  const query = useInfiniteQuery(jobRows({ ...filter, sort }));
  return (
    <>
      <OfficeList<Job>
        label={t('title')}
        address={address}
        query={query}
        columns={useJobColumns({ isOwn })}
        sort={sort}
        searchHint={t('searchHint')}
        known={{ organisation: isId, running: runningTimes, sort: jobSorts }}
        empty={{ icon: IconBriefcase, title: t('emptyTitle'), text: t('emptyText') }}
      >
        {!isOwn && <OrganisationFilter address={address} />}
        <ChoiceFilter
          address={address}
          name="running"
          label={t('running.label')}
          all={t('running.all')}
          words={runningTimes}
          labelOf={(word) => t(`running.${word}`)}
        />
      </OfficeList>
      {(query.data?.pages[0]?.total ?? 0) > 0 && <JobFiles filter={filter} title={t('file.hours')} />}
    </>
  );
}
