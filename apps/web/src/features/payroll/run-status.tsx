import type { PayrollRun } from '@konnekt/shared/payroll/payroll.schema';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/badge.tsx';

export function RunStatus({ status }: Pick<PayrollRun, 'status'>) {
  const { t } = useTranslation('payroll');
  return (
    <Badge icon={status === 'open' ? IconLockOpen : IconLock} tone={status === 'open' ? 'info' : 'quiet'}>
      {t(`status.${status}`)}
    </Badge>
  );
}
