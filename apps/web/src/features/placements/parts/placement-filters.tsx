import type { PlacementQuery } from '@konnekt/shared/placements/placement.schema';
import { useTranslation } from 'react-i18next';
import type { useAddress } from '../../../kit/address/use-address.ts';
import { SelectField } from '../../../ui/field.tsx';

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
      <SelectField
        label={t('placements.running')}
        value={address.read('running')}
        onChange={(running) => address.write({ running })}
        options={[
          { value: '', label: t('placements.allTimes') },
          ...runnings.map((value) => ({ value, label: t(`placements.${value}`) })),
        ]}
      />
      <SelectField
        label={t('placements.rates')}
        value={address.read('lacks')}
        onChange={(lacks) => address.write({ lacks })}
        options={[
          { value: '', label: t('placements.allRates') },
          { value: 'rates', label: t('placements.noRates') },
        ]}
      />
    </>
  );
}
