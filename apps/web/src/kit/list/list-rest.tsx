import { mostCounted } from '@konnekt/shared/basics/most-counted';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import classes from './list-rest.module.css';

/** How much of a list is here, and the way to more. A count that stopped at its most says so. */
export function ListRest(props: {
  query: Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;
  /** Neither where nobody counted. */
  shown?: number;
  total?: number;
  size?: 'xs';
  /** Between how many there are and the way to more. */
  children?: ReactNode;
}) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const { query, shown = 0, total } = props;
  return (
    <div className={classes.rest}>
      {total !== undefined && (
        <span className="figures">
          {t(total >= mostCounted ? 'list.shownMore' : 'list.shown', {
            shown: format.count(shown),
            total: format.count(Math.min(total, mostCounted)),
          })}
        </span>
      )}
      {props.children}
      {query.hasNextPage && (
        <Button
          variant="default"
          size={props.size}
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('action.loadMore')}
        </Button>
      )}
    </div>
  );
}
