import { auditActions, auditSubjects } from '@konnekt/shared/audit/audit.actions';
import type { AuditList, AuditEvent as Event } from '@konnekt/shared/audit/audit.contract';
import { IconListSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { UnknownValues } from '../../kit/address/unknown-values.tsx';
import { anyText, idIn, isId, oneOf, useAddress } from '../../kit/address/use-address.ts';
import { ListRest } from '../../kit/list/list-rest.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AuditFilter, noAuditFilter } from './audit-filter.tsx';
import classes from './audit-page.module.css';
import { AuditEventItem } from './parts/audit-event.tsx';
import { auditQuery } from './parts/audit-queries.ts';

export { AuditPage as Component };

/** Everything that was changed, and who came and went; for admins. */
function AuditPage() {
  const { t } = useTranslation(['audit', 'common']);
  const address = useAddress();
  const { read, write } = address;
  const filter = {
    q: read('q') || undefined,
    actorId: idIn(read('by')),
    action: oneOf(auditActions, read('action')),
    subjectType: oneOf(auditSubjects, read('kind')),
    from: dayIn(read('from')),
    until: dayIn(read('until')),
  };
  const query = useInfiniteQuery(auditQuery({ ...filter, limit: 50 }));
  const events = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const names: AuditList['names'] = Object.assign({}, ...(query.data?.pages ?? []).map((page) => page.names));
  const total = query.data?.pages[0]?.total ?? 0;
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  const actorName = filter.actorId && (events.find(({ actorId }) => actorId === filter.actorId)?.actorName ?? '…');

  return (
    <Page title={t('page.title')} lead={t('page.lead')}>
      <UnknownValues
        address={address}
        known={{ q: anyText, by: isId, action: auditActions, kind: auditSubjects, from: isDay, until: isDay }}
      />
      <AuditFilter {...address} actorName={actorName} />
      <Loaded query={query} skeleton={<Skeleton rows={8} height={40} />}>
        {() =>
          events.length === 0 ? (
            <Empty
              icon={IconListSearch}
              title={t('page.emptyTitle')}
              actions={
                isFiltered && (
                  <Button variant="default" onClick={() => write(noAuditFilter)}>
                    {t('common:action.clearFilter')}
                  </Button>
                )
              }
            >
              {t('page.emptyText')}
            </Empty>
          ) : (
            <>
              <ol className={classes.list} aria-label={t('page.list')} aria-busy={query.isPlaceholderData}>
                {events.map((event) => (
                  <li key={event.id}>
                    <AuditEventItem event={event} names={names} />
                    {!filter.actorId && <OnlyBy event={event} onChoose={(by) => write({ by })} />}
                  </li>
                ))}
              </ol>
              <ListRest query={query} shown={events.length} total={total} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function OnlyBy({ event, onChoose }: { event: Event; onChoose: (personId: string) => void }) {
  const { t } = useTranslation('audit');
  const { actorId, actorName } = event;
  if (!actorId || !actorName) return null;
  return (
    <button type="button" className={classes.by} onClick={() => onChoose(actorId)}>
      {t('page.onlyByLink', { name: actorName })}
    </button>
  );
}

const isDay = (text: string) => dayIn(text) !== undefined;
const dayIn = (text: string): string | undefined => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined);
