import { mostCounted } from '@konnekt/shared/basics/most-counted';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './approval-page.module.css';

/** Below a part of what waits: how many are shown, and the way to more. */
export function MoreToApprove(props: {
  query: Pick<UseInfiniteQueryResult, 'isFetchingNextPage' | 'fetchNextPage'>;
  shown: number;
  total: number;
}) {
  const { t } = useTranslation(['worksheets', 'common']);
  const format = useFormat();
  const { query, shown, total } = props;
  return (
    <div className={classes.more}>
      <Notice
        tone="info"
        actions={
          <Button
            variant="default"
            size="xs"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t('common:action.loadMore')}
          </Button>
        }
      >
        {t(total >= mostCounted ? 'approve.partialMany' : 'approve.partial', {
          shown: format.count(shown),
          total: format.count(total),
        })}
      </Notice>
    </div>
  );
}
