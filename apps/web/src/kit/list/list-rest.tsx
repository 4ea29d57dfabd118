import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import classes from './list-rest.module.css';

/** How much of a list is here, and the way to more. */
export function ListRest(props: {
  query: Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;
  shown: number;
  total: number;
  /** Between how many there are and the way to more. */
  children?: ReactNode;
}) {
  const { t } = useTranslation(['worksheets', 'common']);
  const format = useFormat();
  const { query, shown, total } = props;
  return (
    <div className={classes.rest}>
      <span className="figures">{t('past.shown', { shown: format.count(shown), total: format.count(total) })}</span>
      {props.children}
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('common:action.loadMore')}
        </Button>
      )}
    </div>
  );
}
