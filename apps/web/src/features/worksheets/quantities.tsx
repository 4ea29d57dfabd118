import { hourUnits } from '@konnekt/shared/hour-types/hour-type.words';
import type { WorksheetRow } from '@konnekt/shared/worksheets/worksheet-list.schema';
import { useFormat } from '../../i18n/format.ts';

/** What a worksheet holds that is no time, each in its unit: beside the hours, never in their total. */
export function Quantities({ quantities, className }: { quantities: WorksheetRow['quantities']; className?: string }) {
  const format = useFormat();
  return hourUnits.map((unit) => {
    const size = quantities[unit] ?? 0;
    if (size === 0) return null;
    return (
      <small key={unit} className={className}>
        {format.inUnit(size, unit)}
      </small>
    );
  });
}
