import type { Failure } from '@konnekt/shared/background/background.contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import type { Column } from '../../../kit/list/column.ts';
import { ListRest } from '../../../kit/list/list-rest.tsx';
import { RecordList } from '../../../kit/list/record-list.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import classes from './failure-list.module.css';
import { failuresQuery } from './failure-queries.ts';

/** What went wrong lately in work that nobody waits for. */
export function FailureList() {
  const { t } = useTranslation(['outbox', 'common']);
  const format = useFormat();
  const query = useInfiniteQuery(failuresQuery);
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const columns: Column<Failure>[] = [
    {
      id: 'work',
      header: t('failures.work'),
      cell: ({ work, subject }) => (
        <>
          <strong>{t(`work.${work}`)}</strong>
          {subject && ` · ${subject}`}
        </>
      ),
    },
    { id: 'at', header: t('failures.at'), cell: ({ at }) => <time dateTime={at}>{format.moment(at)}</time> },
    { id: 'error', header: t('failures.error'), cell: ({ error }) => error },
  ];
  return (
    <section className={classes.failures} aria-labelledby="failures">
      <h2 id="failures">{t('failures.title')}</h2>
      <p className={classes.lead}>{t('failures.lead')}</p>
      <Loaded query={query} skeleton={<Skeleton rows={2} height={40} />}>
        {() =>
          rows.length === 0 ? (
            <p className={classes.lead}>{t('failures.none')}</p>
          ) : (
            <>
              <RecordList label={t('failures.title')} rows={rows} keyOf={({ id }) => id} columns={columns} />
              {query.hasNextPage && <ListRest query={query} />}
            </>
          )
        }
      </Loaded>
    </section>
  );
}
