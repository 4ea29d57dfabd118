import type { WorksheetStatus } from '@konnekt/shared/worksheets/worksheet.status';
import { IconCheck, IconCircleDashed, IconClock, IconCornerUpLeft, IconLock, IconPencil } from '@tabler/icons-react';
import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import classes from './status-badge.module.css';

const looks = {
  draft: { icon: IconPencil, tone: 'quiet' },
  submitted: { icon: IconClock, tone: 'info' },
  declined: { icon: IconCornerUpLeft, tone: 'bad' },
  approved: { icon: IconCheck, tone: 'good' },
  finalised: { icon: IconLock, tone: 'good' },
  none: { icon: IconCircleDashed, tone: 'quiet' },
} satisfies Record<WorksheetStatus | 'none', unknown>;

/** The state of a worksheet, by word and icon. */
export function StatusBadge({ status }: { status: WorksheetStatus | null }) {
  const { t } = useTranslation();
  const { icon: Icon, tone } = looks[status ?? 'none'];
  return (
    <span className={classes.badge} data-tone={tone}>
      <Icon size={14} stroke={2} aria-hidden />
      {t(`status.${status ?? 'none'}` satisfies ParseKeys<'common'>)}
    </span>
  );
}
