import type { EmployeeQuery, EmployeeRow } from '@konnekt/shared/employees/employee.schema';
import { IconPlus, IconUsers } from '@tabler/icons-react';
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
import { employeeRows } from './parts/employee-queries.ts';

export { EmployeesPage as Component };

const sorts = ['name', '-name', 'number', '-number'] as const satisfies readonly EmployeeQuery['sort'][];
const placeds = ['now', 'not'] as const;

/** Everybody who works for the agency, under their last names. */
function EmployeesPage() {
  const { t } = useTranslation(['people', 'office']);
  const address = useAddress();
  const sort = oneOf(sorts, address.read('sort')) ?? 'name';
  const account = oneOf(accountStates, address.read('account'));
  const placed = oneOf(placeds, address.read('placed'));
  const organisationId = idIn(address.read('organisation'));
  const filter = { q: address.read('q'), organisationId, account, placed };
  const query = useInfiniteQuery(employeeRows({ ...filter, sort }));
  const columns: Column<EmployeeRow>[] = [
    {
      id: 'name',
      header: t('field.name'),
      cell: ({ id, sortName }) => (
        <Link to={paths.employee(id)} className={recordLink}>
          {sortName}
        </Link>
      ),
      isSortable: true,
    },
    {
      id: 'number',
      header: t('field.personnelNumber'),
      cell: ({ personnelNumber }) => personnelNumber,
      isSortable: true,
      rank: 1,
    },
    { id: 'works', header: t('employees.worksAt'), cell: ({ organisations }) => organisations.join(', ') },
    { id: 'email', header: t('field.email'), cell: ({ email }) => email ?? '', rank: 2 },
    { id: 'account', header: t('office:account.title'), cell: (row) => <AccountBadge state={row.account} /> },
  ];
  const add = (
    <ButtonLink to={paths.newEmployee} leftSection={<IconPlus size={16} stroke={2} aria-hidden />}>
      {t('employees.add')}
    </ButtonLink>
  );
  return (
    <Page
      title={t('employees.title')}
      actions={
        <>
          <FilesLink kind="employees" />
          <InviteMany
            listKey={{ of: 'employees', ...filter }}
            count={async (signal) => {
              if (account && account !== 'new') return 0;
              const asked = { ...filter, account: 'new', limit: 1 } as const;
              return (await call('GET /api/office/employees', { query: asked }, { signal })).total;
            }}
            invite={async () => (await call('POST /api/office/employees/invite', { body: filter })).invited}
          />
          {add}
        </>
      }
    >
      <OfficeList
        label={t('employees.title')}
        address={address}
        query={query}
        columns={columns}
        sort={sort}
        searchHint={t('employees.searchHint')}
        known={{ organisation: isId, placed: placeds, account: accountStates, sort: sorts }}
        file={{ kind: 'employees', filter }}
        empty={{ icon: IconUsers, title: t('employees.emptyTitle'), text: t('employees.emptyText'), action: add }}
      >
        <OrganisationFilter address={address} />
        <SelectField
          label={t('employees.placed')}
          value={placed ?? ''}
          onChange={(value) => address.write({ placed: value })}
          options={[
            { value: '', label: t('employees.everybody') },
            ...placeds.map((value) => ({ value, label: t(`employees.${value}`) })),
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
