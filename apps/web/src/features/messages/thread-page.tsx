import { isOffice } from '@konnekt/shared/basics/actor';
import type { Thread } from '@konnekt/shared/messages/message.schema';
import { IconMailOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useParams } from 'react-router';
import { isNotThere } from '../../api/problem.ts';
import { queryClient } from '../../api/query-client.ts';
import { useMe } from '../../api/session-queries.ts';
import { BackLink } from '../../kit/address/back-link.tsx';
import { NothingThere } from '../../kit/address/not-found.tsx';
import { paths } from '../../kit/address/paths.ts';
import layout from '../../ui/form-layout.module.css';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AboutLink } from './about-link.tsx';
import { threadQuery, useMarkThreadRead } from './parts/message-queries.ts';
import classes from './parts/messages.module.css';
import { ThreadState } from './parts/use-thread-columns.tsx';
import { ReplyForm } from './reply-form.tsx';
import { ThreadActs } from './thread-acts.tsx';
import { ThreadMessages } from './thread-messages.tsx';

export { ThreadPage as Component };

export const loader = ({ params }: LoaderFunctionArgs) => {
  if (params.id) void queryClient.prefetchQuery(threadQuery(params.id));
  return null;
};

/** One thread: what was said, and where one goes on. Somebody who looks at it has read it. */
function ThreadPage() {
  const { t } = useTranslation('messages');
  const { id = '' } = useParams();
  const query = useQuery(threadQuery(id));
  const thread = query.data;
  if (isNotThere(query.error)) return <Unknown />;
  return (
    <Page
      title={thread?.title ?? t('one.loading')}
      above={<BackLink to={paths.messages}>{t('one.back')}</BackLink>}
      lead={thread && <Facts thread={thread} />}
      actions={thread && <ThreadActs thread={thread} />}
    >
      <Loaded query={query} skeleton={<Skeleton rows={6} height={48} />}>
        {(loaded) => (
          <div className={classes.thread}>
            <ThreadMessages messages={loaded.messages} />
            {loaded.mayWrite ? (
              <ReplyForm key={loaded.id} thread={loaded} />
            ) : (
              <Notice tone="info">{t('one.mayNotWrite')}</Notice>
            )}
            <MarkRead thread={loaded} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

/** What stands on a screen that is looked at is read; on one behind others not until it is looked at. */
function MarkRead({ thread }: { thread: Thread }) {
  const { id, isUnread, last } = thread;
  const { mutate } = useMarkThreadRead(id);
  const { number } = last;
  useEffect(() => {
    if (!isUnread) return;
    const read = () => document.visibilityState === 'visible' && mutate(number);
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [isUnread, number, mutate]);
  return null;
}

function Facts({ thread }: { thread: Thread }) {
  const { personName, organisationName, about } = thread;
  const isOfOffice = isOffice(useMe());
  return (
    <span className={layout.facts}>
      {isOfOffice && <span>{personName}</span>}
      {organisationName && <span>{organisationName}</span>}
      {about && <AboutLink about={about} />}
      {isOfOffice && <ThreadState row={{ ...thread, isUnread: false }} />}
    </span>
  );
}

function Unknown() {
  const { t } = useTranslation('messages');
  return (
    <NothingThere
      icon={IconMailOff}
      title={t('one.gone')}
      text={t('one.goneText')}
      to={paths.messages}
      back={t('one.back')}
    />
  );
}
