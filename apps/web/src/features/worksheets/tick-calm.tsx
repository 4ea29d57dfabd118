import { IconListCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { type Selection, type Tickable, tickRows } from './selection.ts';

/** Ticks all of which nothing stands out. */
export function TickCalm(props: {
  calm: readonly Tickable[];
  change: (next: (before: Selection) => Selection) => void;
}) {
  const { t } = useTranslation('worksheets');
  const { calm, change } = props;
  return (
    <Button
      variant="default"
      leftSection={<IconListCheck size={18} stroke={1.75} aria-hidden />}
      onClick={() => change((before) => tickRows(before, calm, true))}
    >
      {t('approve.tickCalm', { count: calm.length })}
    </Button>
  );
}
