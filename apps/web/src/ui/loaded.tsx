import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.ts';
import { problemMessage } from '../api/problem-message.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

/** What a query has to show: a skeleton while it loads, its data, or what went wrong with a way to retry. */
export function Loaded<T>(props: {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'isFetching' | 'refetch'>;
  skeleton: ReactNode;
  children: (data: T) => ReactNode;
}) {
  const { data, error } = props.query;
  if (data !== undefined) return props.children(data);
  if (error) return <LoadFailed error={error} busy={props.query.isFetching} retry={() => void props.query.refetch()} />;
  return props.skeleton;
}

export function LoadFailed(props: { error: unknown; busy?: boolean; retry: () => void }) {
  const { t } = useTranslation();
  const reference = props.error instanceof ApiProblem && props.error.status >= 500 ? props.error.body.requestId : '';
  return (
    <Notice
      tone="bad"
      role="alert"
      title={t('failed.load')}
      actions={
        <Button variant="default" size="xs" loading={props.busy} onClick={props.retry}>
          {t('action.retry')}
        </Button>
      }
    >
      {problemMessage(props.error)} {reference && t('failed.reference', { id: reference })}
    </Notice>
  );
}
