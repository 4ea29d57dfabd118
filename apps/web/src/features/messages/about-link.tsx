import type { ThreadAbout } from '@konnekt/shared/messages/message.schema';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';

/** The hours or the invoice that a thread is about. */
export function AboutLink({ about }: { about: ThreadAbout }) {
  const { t } = useTranslation('messages');
  const format = useFormat();
  const isHours = about.kind === 'worksheet';
  return (
    <Link to={isHours ? paths.worksheet(about.id) : paths.invoice(about.id)}>
      {isHours
        ? t('one.aboutWorksheet', { name: about.employeeName, period: format.periodInText(about.period) })
        : about.lineName
          ? t('one.aboutLine', { number: about.number, line: about.lineName })
          : t('one.aboutInvoice', { number: about.number })}
    </Link>
  );
}
