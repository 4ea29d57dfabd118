import { IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ListRest } from '../../../kit/list/list-rest.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Timeline, TimelineItem } from '../../../ui/timeline.tsx';
import { AuditEventItem } from './audit-event.tsx';
import { recordHistoryQuery } from './audit-queries.ts';

/**
 * Who changed one record, when and from where, the last first; for the office. `id` is the organisation, person, placement,
 * hour type or period; `agency` is the settings. The screen that shows it fetches the texts `audit`, and whoever changes the
 * record invalidates `auditKeys.record(id)`.
 */
export function RecordHistory({ id }: { id: string }) {
  const { t } = useTranslation('audit');
  const query = useInfiniteQuery(recordHistoryQuery(id));
  return (
    <Panel title={t('history.title')}>
      <Loaded query={query} skeleton={<Skeleton rows={4} />}>
        {({ pages }) => {
          const events = pages.flatMap(({ items }) => items);
          const names = Object.assign({}, ...pages.map((page) => page.names));
          if (events.length === 0) return <Empty small icon={IconHistory} title={t('history.emptyTitle')} />;
          return (
            <>
              <Timeline>
                {events.map((event) => (
                  <TimelineItem key={event.id} tone={tones[event.action]}>
                    <AuditEventItem event={event} names={names} />
                  </TimelineItem>
                ))}
              </Timeline>
              {query.hasNextPage && (
                <ListRest query={query} shown={events.length} total={pages[0]?.total ?? 0} size="xs" />
              )}
            </>
          );
        }}
      </Loaded>
    </Panel>
  );
}

const tones: Partial<Record<string, 'good' | 'bad'>> = { create: 'good', remove: 'bad' };
