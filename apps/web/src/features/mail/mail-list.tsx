import type { DemoMail } from '@konnekt/shared/mail/mail.contract';
import { IconChevronRight, IconMail } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { useFormat } from '../../i18n/format.ts';
import { ListRest } from '../../kit/list/list-rest.tsx';
import { pages } from '../../kit/list/pages.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import classes from './mail-list.module.css';

const mailsQuery = pages(
  ['mails'],
  (cursor, signal) => call('GET /api/demo/mails', { query: { limit: 20, cursor } }, { signal, whenSignedOut: 'throw' }),
  { staleTime: 0 },
);

/** The mails of the demo, newest first and open; their links work. */
export function MailList() {
  const { t } = useTranslation(['mail', 'common']);
  const query = useInfiniteQuery(mailsQuery);
  return (
    <Loaded query={query} skeleton={<Skeleton rows={6} height={40} />}>
      {({ pages }) => {
        const mails = pages.flatMap(({ items }) => items);
        if (mails.length === 0) {
          return (
            <Empty
              icon={IconMail}
              title={t('emptyTitle')}
              actions={
                <Button variant="default" loading={query.isFetching} onClick={() => void query.refetch()}>
                  {t('refresh')}
                </Button>
              }
            >
              {t('emptyText')}
            </Empty>
          );
        }
        return (
          <>
            <ul className={classes.list} aria-label={t('table')}>
              {mails.map((mail, index) => (
                <li key={mail.id}>
                  <Mail mail={mail} isOpen={index === 0} />
                </li>
              ))}
            </ul>
            <ListRest query={query} shown={mails.length} total={pages[0]?.total ?? 0} size="xs">
              <Button
                variant="default"
                size="xs"
                className={classes.refresh}
                loading={query.isRefetching}
                onClick={() => void query.refetch()}
              >
                {t('refresh')}
              </Button>
            </ListRest>
          </>
        );
      }}
    </Loaded>
  );
}

function Mail({ mail, isOpen }: { mail: DemoMail; isOpen: boolean }) {
  const { t } = useTranslation('mail');
  const format = useFormat();
  return (
    <details className={classes.mail} open={isOpen}>
      <summary>
        <IconChevronRight className={classes.mark} size={16} stroke={2} aria-hidden />
        <strong>{mail.subject}</strong>
        <span className={classes.meta}>
          <span>{t('to', { address: mail.to })}</span>
          <time dateTime={mail.at}>{format.moment(mail.at)}</time>
        </span>
      </summary>
      {mail.text ? (
        <p lang={mail.language} className={classes.text}>
          {withLinks(mail.text)}
        </p>
      ) : (
        <p className={classes.text}>{t('gone')}</p>
      )}
    </details>
  );
}

/** Addresses as links, to where this demo is read: it may be reached in another way than its mails say. */
const withLinks = (text: string) =>
  text.split(/(https?:\/\/\S+)/).map((part) => {
    const url = part.startsWith('http') ? URL.parse(part) : null;
    return url ? (
      <a key={part} href={`${url.pathname}${url.search}${url.hash}`}>
        {part}
      </a>
    ) : (
      part
    );
  });
