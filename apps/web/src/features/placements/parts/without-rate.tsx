import type { PlacementRow } from '@konnekt/shared/placements/placement.schema';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { Badge } from '../../../ui/badge.tsx';

/** That hours of a placement cannot be paid or billed yet: it has no rates, or none of some hour types. */
export function WithoutRate({ placement }: { placement: Pick<PlacementRow, 'hasRates' | 'typesWithoutRate'> }) {
  const { t } = useTranslation('office');
  const format = useFormat();
  const { hasRates, typesWithoutRate: count } = placement;
  if (hasRates && count === 0) return null;
  return (
    <Badge icon={IconAlertTriangle} tone="warn">
      {hasRates ? t('placements.withoutRate', { count, number: format.count(count) }) : t('placements.noRates')}
    </Badge>
  );
}
