import { useTranslation } from 'react-i18next';
import { BoundSelect } from '../../../kit/form/bound-fields.tsx';

const writers = ['employee', 'supervisor'] as const;
const periods = ['week', 'four-weeks', 'month'] as const;
const modes = ['totals', 'times'] as const;

/** How hours come in: at a client, or of one placement there. Of which period is settled once there are some. */
export function EntryFields({ isPeriodSettled = false }: { isPeriodSettled?: boolean }) {
  const { t } = useTranslation('office');
  return (
    <>
      <BoundSelect
        name="hoursBy"
        label={t('field.hoursBy')}
        options={writers.map((value) => ({ value, label: t(`hoursBy.${value}`) }))}
      />
      <BoundSelect
        name="periodType"
        label={t('field.periodType')}
        options={periods.map((value) => ({ value, label: t(`periodType.${value}`) }))}
        disabled={isPeriodSettled}
      />
      <BoundSelect
        name="entryMode"
        label={t('field.entryMode')}
        options={modes.map((value) => ({ value, label: t(`entryMode.${value}`) }))}
      />
    </>
  );
}
