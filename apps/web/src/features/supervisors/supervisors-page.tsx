import type { SupervisorQuery, SupervisorRow } from '@konnekt/shared/supervisors/supervisor.schema';
import { rightNames } from '@konnekt/shared/supervisors/supervisor.words';
import { IconUserCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { idIn, oneOf, useAddress } from '../../kit/address/use-address.ts';
import { ChoiceFilter } from '../../kit/list/choice-filter.tsx';
import { recordQuiet } from '../../kit/list/record-list.tsx';
import { accountIn, PeopleList } from '../people/parts/people-list.tsx';
import { supervisorRows } from './parts/supervisor-queries.ts';

export { SupervisorsPage as Component };

const sorts = ['name', '-name'] as const satisfies readonly SupervisorQuery['sort'][];

/** The clients' people who approve, register and see invoices. */
function SupervisorsPage() {
  const { t } = useTranslation(['people', 'office']);
  const address = useAddress();
  const sort = oneOf(sorts, address.read('sort')) ?? 'name';
  const right = oneOf(rightNames, address.read('right'));
  const organisationId = idIn(address.read('organisation'));
  const filter = { q: address.read('q'), organisationId, account: accountIn(address), right };
  return (
    <PeopleList
      kind="supervisors"
      icon={IconUserCheck}
      address={address}
      query={useInfiniteQuery(supervisorRows({ ...filter, sort }))}
      sort={sort}
      filter={filter}
      known={{ right: rightNames, sort: sorts }}
      columns={[
        {
          id: 'at',
          header: t('supervisors.at'),
          cell: ({ organisations, later }) => <At organisations={organisations} later={later} />,
        },
        { id: 'email', header: t('field.email'), cell: ({ email }) => email ?? '', rank: 1 },
        { id: 'phone', header: t('field.phone'), cell: ({ phone }) => phone ?? '', rank: 2 },
      ]}
      pathOf={paths.supervisor}
      newPath={paths.newSupervisor}
      countInvitable={(signal) => call('GET /api/office/supervisors/invitable', { query: filter }, { signal })}
      invite={async (states) => {
        const body = { ...filter, states };
        return call('POST /api/office/supervisors/invite', { body });
      }}
    >
      <ChoiceFilter
        address={address}
        name="right"
        label={t('office:right.title')}
        all={t('supervisors.allRights')}
        words={rightNames}
        labelOf={(word) => t(`office:right.${word}`)}
      />
    </PeopleList>
  );
}

/** Where they may act today, and where they will. */
function At({ organisations, later }: Pick<SupervisorRow, 'organisations' | 'later'>) {
  const { t } = useTranslation('people');
  const format = useFormat();
  return (
    <>
      {organisations.join(', ')}
      {later.map(({ name, from }) => (
        <span key={name} className={recordQuiet}>
          {t('supervisors.later', { name, day: format.day(from) })}
        </span>
      ))}
    </>
  );
}
