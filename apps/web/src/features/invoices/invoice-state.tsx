import { isOffice } from '@konnekt/shared/basics/actor';
import { calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import type { InvoiceRow } from '@konnekt/shared/invoices/invoice.contract';
import {
  IconAlertTriangle,
  IconCheck,
  IconClockHour4,
  IconMail,
  IconMailForward,
  IconMessageQuestion,
  IconPoint,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session-queries.ts';
import { recordQuiet } from '../../kit/list/record-list.tsx';
import { Badge } from '../../ui/badge.tsx';

/** Something is open of it, and its day is over. */
const isOverdue = ({ openCents, dueDate }: Pick<InvoiceRow, 'openCents' | 'dueDate'>, today: string): boolean =>
  (openCents ?? 0) > 0 && dueDate !== null && dueDate < today;

/** Whether a final invoice is paid; to a supervisor also that it is new, to the office whether it was mailed. */
export function InvoiceState({ invoice }: { invoice: InvoiceRow }) {
  const { t } = useTranslation('invoices');
  const isOfOffice = isOffice(useMe());
  const { openCents, isUnread, hasQuestion, sending } = invoice;
  return (
    <>
      {isUnread && (
        <Badge icon={IconPoint} tone="info">
          {t('unread')}
        </Badge>
      )}
      {hasQuestion && (
        <Badge icon={IconMessageQuestion} tone="warn">
          {t('question')}
        </Badge>
      )}
      {openCents !== null && <Paid invoice={invoice} />}
      {isOfOffice && sending === 'failed' && (
        <Badge icon={IconMail} tone="bad">
          {t('sending.failed')}
        </Badge>
      )}
      {isOfOffice && sending !== 'failed' && (
        <span className={recordQuiet}>
          {sending === 'on-its-way' && <IconMailForward size={14} stroke={1.8} aria-hidden />} {t(`sending.${sending}`)}
        </span>
      )}
    </>
  );
}

function Paid({ invoice }: { invoice: InvoiceRow }) {
  const { t } = useTranslation('invoices');
  if (invoice.openCents === 0) {
    return (
      <Badge icon={IconCheck} tone="good">
        {t('payment.paid')}
      </Badge>
    );
  }
  const isLate = isOverdue(invoice, calendarDayAt(new Date()));
  return (
    <Badge icon={isLate ? IconAlertTriangle : IconClockHour4} tone={isLate ? 'warn' : 'quiet'}>
      {t(isLate ? 'payment.overdue' : 'payment.open')}
    </Badge>
  );
}
