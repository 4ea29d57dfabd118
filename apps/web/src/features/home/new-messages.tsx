import type { Home } from '@konnekt/shared/home/home.contract';
import { IconMail } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../../kit/address/paths.ts';
import { useKnownCounts } from '../messages/parts/counts.ts';
import classes from './deadline-notice.module.css';

/** That there is something to read, and of the office that somebody waits; nothing where there is not. */
export function NewMessages({ messages }: Pick<Home, 'messages'>) {
  const { t } = useTranslation('home');
  const { unread, waiting } = useKnownCounts() ?? messages;
  if (unread === 0 && !waiting) return null;
  return (
    <p className={classes.deadline}>
      <IconMail size={18} stroke={1.75} aria-hidden />
      <span>
        {unread > 0 && <Link to={`${paths.messages}?tab=unread`}>{t('messages.unread', { count: unread })}</Link>}
        {unread > 0 && waiting ? ' · ' : ''}
        {waiting ? <Link to={`${paths.messages}?tab=waiting`}>{t('messages.waiting', { count: waiting })}</Link> : ''}
      </span>
    </p>
  );
}
