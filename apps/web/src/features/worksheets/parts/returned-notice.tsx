import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import classes from './returned-notice.module.css';

interface Returned {
  reason: string | null;
  by: string;
  at: string;
}

/** Why a worksheet came back, when and from whom, on top of what is to be mended. */
export function ReturnedNotice({ returned }: { returned: Returned | null | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!returned) return null;
  return (
    <Notice tone="bad" title={t('returned.title', { name: returned.by })}>
      <blockquote className={classes.reason}>{returned.reason}</blockquote>
      <span className={classes.rest}>
        {format.moment(returned.at)}. {t('returned.mend')}
      </span>
    </Notice>
  );
}

/** Why this worksheet came back, from its history; nothing for one that is not declined. */
export function returnOf({ status, history }: Worksheet): Returned | undefined {
  const why = history.findLast(({ action }) => action === 'decline' || action === 'refuse');
  return status === 'declined' && why ? { reason: why.reason, by: why.actorName, at: why.at } : undefined;
}
