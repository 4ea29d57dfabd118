import type { SupervisorQuery, SupervisorRow } from '@konnekt/shared/supervisors/supervisor.schema';
import { rightNames } from '@konnekt/shared/supervisors/supervisor.words';
import { IconPlus, IconUserCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { call } from '../../api/client.ts';
import { paths } from '../../kit/address/paths.ts';
import { idIn, isId, oneOf, useAddress } from '../../kit/address/use-address.ts';
import type { Column } from '../../kit/list/column.ts';
import { OfficeList } from '../../kit/list/office-list.tsx';
import { recordLink } from '../../kit/list/record-list.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { AccountBadge } from '../accounts/parts/account-badge.tsx';
import { InviteMany } from '../accounts/parts/invite-many.tsx';
import { FilesLink } from '../imports/parts/files-link.tsx';
import { OrganisationFilter } from '../organisations/parts/organisation-filter.tsx';
import { accountStates } from '../people/parts/account-states.ts';
import { supervisorRows } from './parts/supervisor-queries.ts';

export { SupervisorsPage as Component };

const sorts = ['name', '-name'] as const satisfies readonly SupervisorQuery['sort'][];

/** The clients' people who approve, register and see invoices. */
function SupervisorsPage() {
  const { t } = useTranslation(['people', 'office']);
  const address = useAddress();
  const sort = oneOf(sorts, address.read('sort')) ?? 'name';
  const account = oneOf(accountStates, address.read('account'));
  const right = oneOf(rightNames, address.read('right'));
  const organisationId = idIn(address.read('organisation'));
  const filter = { q: address.read('q'), organisationId, account, right };
  const query = useInfiniteQuery(supervisorRows({ ...filter, sort }));
  const columns: Column<SupervisorRow>[] = [
    {
      id: 'name',
      header: t('field.name'),
      cell: ({ id, sortName }) => (
        <Link to={paths.supervisor(id)} className={recordLink}>
          {sortName}
        </Link>
      ),
      isSortable: true,
    },
    { id: 'at', header: t('supervisors.at'), cell: ({ organisations }) => organisations.join(', ') },
    { id: 'email', header: t('field.email'), cell: ({ email }) => email ?? '', rank: 1 },
    { id: 'phone', header: t('field.phone'), cell: ({ phone }) => phone ?? '', rank: 2 },
    { id: 'account', header: t('office:account.title'), cell: (row) => <AccountBadge state={row.account} /> },
  ];
  const add = (
    <ButtonLink to={paths.newSupervisor} leftSection={<IconPlus size={16} stroke={2} aria-hidden />}>
      {t('supervisors.add')}
    </ButtonLink>
  );
  return (
    <Page
      title={t('supervisors.title')}
      actions={
        <>
          <FilesLink kind="supervisors" />
          <InviteMany
            listKey={{ of: 'supervisors', ...filter }}
            count={async (signal) => {
              if (account && account !== 'new') return 0;
              const asked = { ...filter, account: 'new', limit: 1 } as const;
              return (await call('GET /api/office/supervisors', { query: asked }, { signal })).total;
            }}
            invite={async () => (await call('POST /api/office/supervisors/invite', { body: filter })).invited}
          />
          {add}
        </>
      }
    >
      <OfficeList
        label={t('supervisors.title')}
        address={address}
        query={query}
        columns={columns}
        sort={sort}
        searchHint={t('supervisors.searchHint')}
        known={{ organisation: isId, right: rightNames, account: accountStates, sort: sorts }}
        file={{ kind: 'supervisors', filter }}
        empty={{
          icon: IconUserCheck,
          title: t('supervisors.emptyTitle'),
          text: t('supervisors.emptyText'),
          action: add,
        }}
      >
        <OrganisationFilter address={address} />
        <SelectField
          label={t('office:right.title')}
          value={right ?? ''}
          onChange={(value) => address.write({ right: value })}
          options={[
            { value: '', label: t('supervisors.allRights') },
            ...rightNames.map((value) => ({ value, label: t(`office:right.${value}`) })),
          ]}
        />
        <SelectField
          label={t('office:account.title')}
          value={account ?? ''}
          onChange={(value) => address.write({ account: value })}
          options={[
            { value: '', label: t('office:account.all') },
            ...accountStates.map((value) => ({ value, label: t(`office:account.${value}`) })),
          ]}
        />
      </OfficeList>
    </Page>
  );
}
