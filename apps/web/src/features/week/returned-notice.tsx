import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Notice } from '../../ui/notice.tsx';
import classes from './returned-notice.module.css';

/** Why a worksheet came back, and by whom, on top of what is to be mended. */
export function ReturnedNotice({ worksheet }: { worksheet: Worksheet | null }) {
  const { t } = useTranslation('week');
  const format = useFormat();
  if (worksheet?.status !== 'declined') return null;
  const why = worksheet.history.findLast(({ action }) => action === 'decline' || action === 'refuse');
  if (!why) return null;
  return (
    <Notice tone="bad" title={t('returned.title', { name: why.actorName })}>
      <blockquote className={classes.reason}>{why.reason}</blockquote>
      <span className={classes.rest}>
        {format.moment(why.at)}. {t('returned.mend')}
      </span>
    </Notice>
  );
}
