import type { PlacementQuery, PlacementRow } from '@konnekt/shared/placements/placement.schema';
import { IconBriefcase } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { idIn, isId, oneOf, useAddress } from '../../../kit/address/use-address.ts';
import { exportAddress } from '../../../kit/files/export-address.ts';
import { OfficeList } from '../../../kit/list/office-list.tsx';
import { OrganisationFilter } from '../../organisations/parts/organisation-filter.tsx';
import { PlacementFilters, placementSorts, runnings } from './placement-filters.tsx';
import { placementRows } from './placement-queries.ts';
import { usePlacementColumns } from './use-placement-columns.tsx';

/** The placements of one client or one employee, or all there are. */
export function PlacementsOf(props: { organisationId?: string; employeeId?: string; empty?: React.ReactNode }) {
  const { t } = useTranslation('office');
  const address = useAddress();
  const { employeeId } = props;
  const organisationId = props.organisationId ?? idIn(address.read('organisation'));
  const isOwn = props.organisationId !== undefined || employeeId !== undefined;
  const running = oneOf(runnings, address.read('running'));
  const sort: PlacementQuery['sort'] =
    oneOf(placementSorts, address.read('sort')) ?? (employeeId ? '-starts' : 'employee');
  const lacks = address.read('lacks') === 'rates' ? ('rates' as const) : undefined;
  const filter = { q: address.read('q'), organisationId, employeeId, running, lacks };
  const query = useInfiniteQuery(placementRows({ ...filter, sort }));
  const columns = usePlacementColumns({
    without: props.organisationId ? 'organisation' : employeeId ? 'employee' : undefined,
  });
  return (
    <OfficeList<PlacementRow>
      label={t('placements.title')}
      address={address}
      query={query}
      columns={columns}
      sort={sort}
      searchHint={t('placements.searchHint')}
      known={{ organisation: isId, running: runnings, lacks: ['rates'], sort: placementSorts }}
      file={(as) => exportAddress('placements', as, filter)}
      empty={{
        icon: IconBriefcase,
        title: t('placements.emptyTitle'),
        text: t(isOwn ? 'placements.emptyHere' : 'placements.emptyText'),
        action: props.empty,
      }}
    >
      {!props.organisationId && <OrganisationFilter address={address} />}
      <PlacementFilters address={address} />
    </OfficeList>
  );
}
