import type { OrganisationRow } from '@konnekt/shared/organisations/organisation.schema';
import { IconBuilding, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { oneOf, useAddress } from '../../kit/address/use-address.ts';
import { exportAddress } from '../../kit/files/export-address.ts';
import { percentText } from '../../kit/form/typed-values.ts';
import { ChoiceFilter } from '../../kit/list/choice-filter.tsx';
import type { Column } from '../../kit/list/column.ts';
import { OfficeList } from '../../kit/list/office-list.tsx';
import { recordLink } from '../../kit/list/record-list.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { FilesLink } from '../imports/parts/files-link.tsx';
import { type OrganisationSort, organisationRows } from './parts/organisation-queries.ts';

export { OrganisationsPage as Component };

const sorts = ['name', '-name', 'number', '-number', 'city', '-city'] as const satisfies readonly OrganisationSort[];
const states = ['active', 'inactive'] as const;

/** The agency's clients. */
function OrganisationsPage() {
  const { t } = useTranslation(['organisations', 'office']);
  const format = useFormat();
  const address = useAddress();
  const state = oneOf(states, address.read('state'));
  const sort = oneOf(sorts, address.read('sort')) ?? 'name';
  const filter = { q: address.read('q'), state };
  const query = useInfiniteQuery(organisationRows({ ...filter, sort }));
  const columns: Column<OrganisationRow>[] = [
    {
      id: 'name',
      header: t('field.name'),
      cell: ({ id, name }) => (
        <Link to={paths.organisation(id)} className={recordLink}>
          {name}
        </Link>
      ),
      isSortable: true,
    },
    { id: 'number', header: t('field.number'), cell: ({ number }) => number, isSortable: true, rank: 1 },
    { id: 'city', header: t('office:field.city'), cell: ({ city }) => city, isSortable: true },
    {
      id: 'placements',
      header: t('list.placements'),
      cell: ({ placements }) => format.count(placements),
      isFigure: true,
      rank: 2,
    },
    {
      id: 'supervisors',
      header: t('list.supervisors'),
      cell: ({ supervisors }) => format.count(supervisors),
      isFigure: true,
      rank: 2,
    },
    { id: 'notes', header: t('list.notes'), cell: notesOf },
  ];
  const add = (
    <ButtonLink to={paths.newOrganisation} leftSection={<IconPlus size={16} stroke={2} aria-hidden />}>
      {t('list.add')}
    </ButtonLink>
  );
  return (
    <Page
      title={t('list.title')}
      actions={
        <>
          <FilesLink kind="organisations" />
          {add}
        </>
      }
    >
      <OfficeList
        label={t('list.title')}
        address={address}
        query={query}
        columns={columns}
        sort={sort}
        searchHint={t('list.searchHint')}
        known={{ state: states, sort: sorts }}
        file={(as) => exportAddress('organisations', as, filter)}
        empty={{ icon: IconBuilding, title: t('list.emptyTitle'), text: t('list.emptyText'), action: add }}
      >
        <ChoiceFilter
          address={address}
          name="state"
          label={t('list.state')}
          all={t('list.allStates')}
          words={states}
          labelOf={(word) => t(`list.${word}`)}
        />
      </OfficeList>
    </Page>
  );

  function notesOf({ isActive, reverseCharge, gAccountShareBp }: OrganisationRow) {
    const notes = [
      !isActive && t('list.inactive'),
      reverseCharge && t('field.reverseCharge'),
      gAccountShareBp > 0 && t('list.gAccount', { percent: percentText(gAccountShareBp, format.language) }),
    ];
    return notes.filter(Boolean).join(' · ');
  }
}
