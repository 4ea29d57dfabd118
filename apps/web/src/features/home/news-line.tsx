import type { Home } from '@konnekt/shared/home/home.contract';
import { IconMail } from '@tabler/icons-react';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../../kit/address/paths.ts';
import { useKnownDocumentCounts } from '../documents/parts/counts.ts';
import { useKnownCounts } from '../messages/parts/counts.ts';
import classes from './deadline-notice.module.css';

/** That there is something to read or to confirm, and of the office that somebody waits; nothing where there is not. */
export function NewsLine({ messages, documents }: Pick<Home, 'messages' | 'documents'>) {
  const { t } = useTranslation('home');
  const { unread, waiting } = useKnownCounts() ?? messages;
  const papers = useKnownDocumentCounts() ?? documents;
  const news: [to: string, text: ReactNode, count: number | null][] = [
    [`${paths.messages}?tab=unread`, t('messages.unread', { count: unread }), unread],
    [`${paths.messages}?tab=waiting`, t('messages.waiting', { count: waiting ?? 0 }), waiting],
    [`${paths.documents}?tab=new`, t('documents.unread', { count: papers.unread }), papers.unread],
    [`${paths.documents}?tab=to-confirm`, t('documents.toConfirm', { count: papers.toConfirm }), papers.toConfirm],
  ];
  const shown = news.filter(([, , count]) => count);
  if (shown.length === 0) return null;
  return (
    <p className={classes.deadline}>
      <IconMail size={18} stroke={1.75} aria-hidden />
      <span>
        {shown.map(([to, text], index) => (
          <Fragment key={to}>
            {index > 0 && ' · '}
            <Link to={to}>{text}</Link>
          </Fragment>
        ))}
      </span>
    </p>
  );
}
