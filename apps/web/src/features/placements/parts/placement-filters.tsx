import type { PlacementQuery } from '@konnekt/shared/placements/placement.schema';
import { useTranslation } from 'react-i18next';
import type { useAddress } from '../../../kit/address/use-address.ts';
import { ChoiceFilter } from '../../../kit/list/choice-filter.tsx';

export const runnings = ['now', 'future', 'past'] as const;
export const placementSorts = [
  'employee',
  '-employee',
  'organisation',
  '-organisation',
  'number',
  '-number',
  'starts',
  '-starts',
] as const satisfies readonly PlacementQuery['sort'][];

/** When a placement runs, and whether it lacks rates. */
export function PlacementFilters({ address }: { address: ReturnType<typeof useAddress> }) {
  const { t } = useTranslation('office');
  return (
    <>
      <ChoiceFilter
        address={address}
        name="running"
        label={t('placements.running')}
        all={t('placements.allTimes')}
        words={runnings}
        labelOf={(word) => t(`placements.${word}`)}
      />
      <ChoiceFilter
        address={address}
        name="lacks"
        label={t('placements.rates')}
        all={t('placements.allRates')}
        words={['rates']}
        labelOf={() => t('placements.noRates')}
      />
    </>
  );
}
