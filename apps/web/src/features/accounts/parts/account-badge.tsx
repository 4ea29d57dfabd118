import type { AccountState } from '@konnekt/shared/accounts/account.words';
import {
  IconBan,
  IconCheck,
  IconCircleDashed,
  IconMail,
  IconMailExclamation,
  IconMailFast,
  IconMailOff,
  IconUserPlus,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../../ui/badge.tsx';

const looks = {
  none: { icon: IconCircleDashed, tone: 'quiet' },
  new: { icon: IconUserPlus, tone: 'quiet' },
  'on-its-way': { icon: IconMailFast, tone: 'info' },
  'not-delivered': { icon: IconMailExclamation, tone: 'bad' },
  invited: { icon: IconMail, tone: 'info' },
  expired: { icon: IconMailOff, tone: 'warn' },
  active: { icon: IconCheck, tone: 'good' },
  blocked: { icon: IconBan, tone: 'bad' },
} as const satisfies Record<AccountState, unknown>;

/** How far somebody is with logging in, by word and icon. */
export function AccountBadge({ state }: { state: AccountState }) {
  const { t } = useTranslation('office');
  return <Badge {...looks[state]}>{t(`account.${state}`)}</Badge>;
}
