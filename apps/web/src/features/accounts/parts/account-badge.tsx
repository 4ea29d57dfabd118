import type { AccountState } from '@konnekt/shared/employees/employee.schema';
import { IconBan, IconCheck, IconCircleDashed, IconMail, IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../../ui/badge.tsx';

const looks = {
  none: { icon: IconCircleDashed, tone: 'quiet' },
  new: { icon: IconUserPlus, tone: 'quiet' },
  invited: { icon: IconMail, tone: 'info' },
  active: { icon: IconCheck, tone: 'good' },
  blocked: { icon: IconBan, tone: 'bad' },
} as const satisfies Record<AccountState, unknown>;

/** How far somebody is with logging in, by word and icon. */
export function AccountBadge({ state }: { state: AccountState }) {
  const { t } = useTranslation('office');
  return <Badge {...looks[state]}>{t(`account.${state}`)}</Badge>;
}
