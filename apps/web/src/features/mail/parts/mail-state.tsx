import { type MailState, mailKinds } from '@konnekt/shared/mail/mail.words';
import { IconAlertTriangle, IconArrowBack, IconCheck, IconClock, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { oneOf } from '../../../kit/address/use-address.ts';
import { Badge } from '../../../ui/badge.tsx';

const looks = {
  waiting: { icon: IconClock, tone: 'info' },
  failed: { icon: IconAlertTriangle, tone: 'warn' },
  'given-up': { icon: IconX, tone: 'bad' },
  sent: { icon: IconCheck, tone: 'good' },
  replaced: { icon: IconArrowBack, tone: 'quiet' },
} as const satisfies Record<MailState, unknown>;

/** How far a mail is, by word and icon. */
export function MailStateBadge({ state }: { state: MailState }) {
  const { t } = useTranslation('outbox');
  return <Badge {...looks[state]}>{t(`state.${state}`)}</Badge>;
}

/** What kind of mail it is; of one that nobody has a word for, its own. */
export function MailKindName({ kind }: { kind: string }) {
  const { t } = useTranslation('outbox');
  const known = oneOf(mailKinds, kind);
  return known ? t(`kind.${known}`) : kind;
}
