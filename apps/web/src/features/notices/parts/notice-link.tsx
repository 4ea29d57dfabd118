import type { Notice } from '@konnekt/shared/notices/notice.contract';
import type { ReminderKind, TitledNoticeKind } from '@konnekt/shared/notices/notice.words';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/format.ts';
import { paths } from '../../../kit/address/paths.ts';
import hidden from '../../../ui/hidden.module.css';
import classes from './notice-link.module.css';

/** One notice, and the way to what it tells of. */
export function NoticeLink({ notice, onOpen }: { notice: Notice; onOpen: () => void }) {
  const { t } = useTranslation('notices');
  const format = useFormat();
  const ofHours = 'worksheetId' in notice ? notice : undefined;
  return (
    <Link to={pathOf(notice)} className={classes.notice} data-new={!notice.isRead || undefined} onClick={onOpen}>
      <span className={classes.title}>
        {!notice.isRead && <span className={hidden.hidden}>{t('new')}</span>}
        {title()}
      </span>
      {ofHours && <span className={classes.about}>{ofHours.organisationName}</span>}
      {ofHours?.reason && <span className={classes.reason}>{ofHours.reason}</span>}
      <span className={classes.about}>
        {'by' in notice ? t('by', { name: notice.by, at: format.moment(notice.at) }) : format.moment(notice.at)}
      </span>
    </Link>
  );

  function title() {
    if ('worksheetId' in notice) return t(`kind.${notice.kind}`, { period: format.periodInText(notice.period) });
    if (!('title' in notice)) return t(`kind.${notice.kind}`);
    const isVersion = notice.kind === 'document' && notice.isNewVersion;
    return t(isVersion ? 'newVersion' : `kind.${notice.kind}`, { title: notice.title });
  }
}

const titled: Record<TitledNoticeKind, (id: string) => string> = {
  message: paths.thread,
  'message-office': paths.thread,
  'invoice-new': paths.invoice,
  document: paths.document,
  'document-to-confirm': paths.document,
};
const tasks: Record<ReminderKind, string> = {
  'reminder-hours': paths.home,
  'reminder-approve': paths.approve,
  'reminder-office': paths.status,
};

function pathOf(notice: Notice): string {
  if ('worksheetId' in notice) return paths.worksheet(notice.worksheetId);
  return 'aboutId' in notice ? titled[notice.kind](notice.aboutId) : tasks[notice.kind];
}
