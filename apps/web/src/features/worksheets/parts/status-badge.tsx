import type { WorksheetStatus } from '@konnekt/shared/worksheets/worksheet.status';
import { IconCheck, IconCircleDashed, IconClock, IconCornerUpLeft, IconLock, IconPencil } from '@tabler/icons-react';
import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../../ui/badge.tsx';

const looks = {
  draft: { icon: IconPencil, tone: 'quiet' },
  submitted: { icon: IconClock, tone: 'info' },
  declined: { icon: IconCornerUpLeft, tone: 'bad' },
  approved: { icon: IconCheck, tone: 'good' },
  finalised: { icon: IconLock, tone: 'good' },
  none: { icon: IconCircleDashed, tone: 'quiet' },
} as const satisfies Record<WorksheetStatus | 'none', unknown>;

/** The state of a worksheet, by word and icon. */
export function StatusBadge({ status }: { status: WorksheetStatus | null }) {
  const { t } = useTranslation();
  const { icon, tone } = looks[status ?? 'none'];
  return (
    <Badge icon={icon} tone={tone}>
      {t(`status.${status ?? 'none'}` satisfies ParseKeys<'common'>)}
    </Badge>
  );
}
