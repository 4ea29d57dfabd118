import type { EmployeeQuery } from '@konnekt/shared/employees/employee.schema';
import { IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { paths } from '../../kit/address/paths.ts';
import { idIn, oneOf, useAddress } from '../../kit/address/use-address.ts';
import { ChoiceFilter } from '../../kit/list/choice-filter.tsx';
import { accountIn, PeopleList } from '../people/parts/people-list.tsx';
import { employeeRows } from './parts/employee-queries.ts';

export { EmployeesPage as Component };

const sorts = ['name', '-name', 'number', '-number'] as const satisfies readonly EmployeeQuery['sort'][];
const placeds = ['now', 'not-over', 'not'] as const;

/** Everybody who works for the agency, under their last names. */
function EmployeesPage() {
  const { t } = useTranslation('people');
  const address = useAddress();
  const sort = oneOf(sorts, address.read('sort')) ?? 'name';
  const placed = oneOf(placeds, address.read('placed'));
  const organisationId = idIn(address.read('organisation'));
  const filter = { q: address.read('q'), organisationId, account: accountIn(address), placed };
  return (
    <PeopleList
      kind="employees"
      icon={IconUsers}
      address={address}
      query={useInfiniteQuery(employeeRows({ ...filter, sort }))}
      sort={sort}
      filter={filter}
      known={{ placed: placeds, sort: sorts }}
      columns={[
        {
          id: 'number',
          header: t('field.personnelNumber'),
          cell: ({ personnelNumber }) => personnelNumber,
          isSortable: true,
          rank: 1,
        },
        { id: 'works', header: t('employees.worksAt'), cell: ({ organisations }) => organisations.join(', ') },
        { id: 'email', header: t('field.email'), cell: ({ email }) => email ?? '', rank: 2 },
      ]}
      pathOf={paths.employee}
      newPath={paths.newEmployee}
      countInvitable={(signal) => call('GET /api/office/employees/invitable', { query: filter }, { signal })}
      invite={async (states) => {
        const body = { ...filter, states };
        return call('POST /api/office/employees/invite', { body });
      }}
    >
      <ChoiceFilter
        address={address}
        name="placed"
        label={t('employees.placed')}
        all={t('employees.everybody')}
        words={placeds}
        labelOf={(word) => t(`employees.${word}`)}
      />
    </PeopleList>
  );
}
