import type { HourTypeRecord } from '@konnekt/shared/hour-types/hour-type.contract';
import type { Organisation } from '@konnekt/shared/organisations/organisation.schema';
import type { RatedPlacement } from '@konnekt/shared/placements/rate-grid.contract';
import { IconCoinEuro } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ListRest } from '../../kit/list/list-rest.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { hourTypeRecords } from '../hour-types/parts/hour-type-queries.ts';
import { ratedPlacements } from './parts/organisation-queries.ts';
import classes from './rate-grid.module.css';
import { RateGridForm } from './rate-grid-form.tsx';

/** All rates of a client: who works there by what an hour is, as they hold on a day; what is typed holds from that day on. */
export function RateGrid({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation('organisations');
  const types = useQuery(hourTypeRecords);
  const query = useInfiniteQuery(ratedPlacements(organisation.id));
  return (
    <Loaded query={types} skeleton={<Skeleton rows={8} height={32} />}>
      {({ items }) => (
        <Loaded query={query} skeleton={<Skeleton rows={8} height={32} />}>
          {({ pages }) => {
            const placements = pages.flatMap((page) => page.items);
            if (placements.length === 0)
              return (
                <Empty icon={IconCoinEuro} title={t('rates.emptyTitle')}>
                  {t('rates.emptyText')}
                </Empty>
              );
            return (
              <div className={classes.wide}>
                <RateGridForm
                  organisationId={organisation.id}
                  placements={placements}
                  hourTypes={shownTypes(items, organisation, placements)}
                  refresh={query.refetch}
                />
                <ListRest query={query} shown={placements.length} total={pages[0]?.total ?? 0} />
              </div>
            );
          }}
        </Loaded>
      )}
    </Loaded>
  );
}

/** Hour types in use that pay or bill anything and that the client allows, and those that there are rates of. */
function shownTypes(all: HourTypeRecord[], { hourTypeIds }: Organisation, placements: RatedPlacement[]) {
  const rated = new Set(placements.flatMap(({ rates }) => rates.map(({ hourTypeId }) => hourTypeId)));
  const isOffered = ({ id, isActive, unit, billShareBp, payShareBp }: HourTypeRecord) =>
    isActive &&
    unit !== 'euros' &&
    (billShareBp > 0 || payShareBp > 0) &&
    (hourTypeIds.length === 0 || hourTypeIds.includes(id));
  return all.filter((type) => isOffered(type) || rated.has(type.id));
}
