import { mostCounted } from '@konnekt/shared/basics/most-counted';
import type { WorksheetRow } from '@konnekt/shared/worksheets/worksheet-list.schema';
import { IconCircleCheck, IconFilterOff, IconKeyboard, IconListCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../../api/query-client.ts';
import { useMe } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { loadTexts } from '../../i18n/index.ts';
import { paths } from '../../kit/address/paths.ts';
import { UnknownValues } from '../../kit/address/unknown-values.tsx';
import { isId, oneOf, useAddress } from '../../kit/address/use-address.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ActionBar } from './action-bar.tsx';
import { ApprovalFilter } from './approval-filter.tsx';
import classes from './approval-page.module.css';
import { ApprovalTexts, useApprovalTexts } from './approval-texts.tsx';
import { type ListFilter, matches } from './arrange.ts';
import { GoneNotice } from './gone-notice.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { toApprove, toApproveQuery, type WorksheetPage } from './parts/worksheet-queries.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { nothingTicked, ticked, tickRows, withFreshRows } from './selection.ts';
import { isTickable, useArranged } from './use-arranged.ts';
import { useDecisions } from './use-decisions.tsx';
import { useGone } from './use-gone.ts';
import { useSelection } from './use-selection.ts';
import { useTicking } from './use-ticking.ts';
import { useWorksheetColumns, type WorksheetColumn } from './worksheet-columns.tsx';
import { WorksheetList } from './worksheet-list.tsx';

export { ApprovalPage as Component };

export const loader = () => {
  void queryClient.prefetchInfiniteQuery(toApproveQuery);
  return null;
};

/** Below the hours, once some are ticked: what they may take from budgets. */
const BudgetWarnings = lazy(async () => {
  const [{ BudgetWarnings }] = await Promise.all([
    import('../budgets/parts/budget-warnings.tsx'),
    loadTexts('budgets'),
  ]);
  return { default: BudgetWarnings };
});

/** Everything that waits for this supervisor: tick, approve, decline, undo. */
function ApprovalPage() {
  const { t } = useTranslation(['worksheets', 'common']);
  const format = useFormat();
  const query = useInfiniteQuery(toApproveQuery);
  const { maySeeInvoices } = useMe();
  const address = useAddress();
  const [selection, change] = useSelection('approve');
  const [dialog, setDialog] = useState<'decline' | 'keys'>();

  const rows = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? [], [query.data]);
  const filter: ListFilter = {
    q: address.read('q'),
    organisationId: address.read('organisation'),
    period: address.read('period'),
    standsOut: address.read('standsOut') === '1',
  };
  const isFiltered = Object.values(filter).some(Boolean);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the filter is new each time; its values are what counts
  const shown = useMemo(() => rows.filter((row) => matches(row, filter)), [rows, ...Object.values(filter)]);
  const organisations = new Set(rows.map(({ organisationId }) => organisationId));
  const group = oneOf(['organisation', 'period', 'none'] as const, address.read('group')) ?? 'none';
  const columns = useWorksheetColumns(rows, { showOrganisation: organisations.size > 1, isAllHere: true });
  const sort = oneOf(sortsOf(columns), address.read('sort')) ?? 'period';
  const arranged = useArranged({ rows: shown, columns, sort, group });

  // A filter or an order of some of the rows only would hide what it should find or put on top.
  const isOfAll = isFiltered || sort !== 'period' || group !== 'none';
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (isOfAll && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [isOfAll, hasNextPage, isFetchingNextPage, fetchNextPage]);

  useEffect(() => change((before) => withFreshRows(before, rows.filter(isTickable))), [rows, change]);

  const texts = useApprovalTexts(rows.filter(({ id }) => id !== null && id in selection.ticks));
  const { act, undo, busy } = useDecisions(change, texts);
  const first = query.data?.pages[0];
  const total = first?.total ?? 0;
  const { count, items } = ticked(selection);
  const approve = () => act('approve', items);
  const decline = () => count > 0 && setDialog('decline');
  const ticking = useTicking(selection, change, (key) => {
    if (key === 'approve') approve();
    if (key === 'decline') decline();
    if (key === 'help') setDialog('keys');
  });
  const shownIds = new Set(arranged.ids);
  const waiting = new Set(rows.flatMap(({ id }) => id ?? []));
  const hiddenCount = items.filter(({ id }) => !shownIds.has(id) && waiting.has(id)).length;
  const isWhole = query.isSuccess && !hasNextPage;
  const isMissing = ({ id }: { id: string }) => !waiting.has(id) && (isWhole || id in selection.refused);
  const gone = useGone({
    selection,
    change,
    missing: busy ? [] : items.filter(isMissing).map(({ id }) => id),
  });
  // The next part goes on in the API's order.
  const cursor = query.data?.pages.at(-1)?.nextCursor;
  const rest = cursor &&
    sort === 'period' &&
    group === 'none' && { total: first?.total, rest: { ...toApprove, cursor } };
  const calm = arranged.tickable.filter((row) => row.standsOut.length === 0);

  return (
    <Page
      title={t('approve.title')}
      lead={first && <ApprovalSize first={first} shown={isFiltered ? shown : undefined} />}
      actions={
        rows.length > 0 && (
          <>
            {calm.length > 0 && calm.length < arranged.tickable.length && (
              <Button
                variant="default"
                leftSection={<IconListCheck size={18} stroke={1.75} aria-hidden />}
                onClick={() => change((before) => tickRows(before, calm, true))}
              >
                {t('approve.tickCalm', { count: calm.length })}
              </Button>
            )}
            <Button
              variant="default"
              className={classes.keys}
              leftSection={<IconKeyboard size={18} stroke={1.75} aria-hidden />}
              onClick={() => setDialog('keys')}
            >
              {t('approve.keys')}
            </Button>
          </>
        )
      }
    >
      <Loaded query={query} skeleton={<Skeleton rows={8} height={32} />}>
        {() => (
          <>
            {rows.length > 0 && (
              <>
                <UnknownValues
                  address={address}
                  known={{
                    organisation: isId,
                    period: (value) => /^(week|four-weeks|month)-\d{4}-\d{1,2}$/.test(value),
                    standsOut: ['1'],
                    group: ['organisation', 'period'],
                    sort: sortsOf(columns),
                  }}
                />
                <ApprovalFilter rows={rows} filter={filter} group={group} sort={sort} address={address} />
              </>
            )}
            <GoneNotice gone={gone.gone} unseen={gone.unseen} onClose={gone.close} />
            {rows.length === 0 && (
              <Empty
                icon={IconCircleCheck}
                title={t('approve.emptyTitle')}
                actions={
                  <ButtonLink to={paths.past} variant="default">
                    {t('approve.emptyAction')}
                  </ButtonLink>
                }
              >
                {t('approve.emptyText')}
              </Empty>
            )}
            {rows.length > 0 && shown.length === 0 && (
              <Empty
                icon={IconFilterOff}
                title={t('approve.noMatchTitle')}
                actions={
                  <Button variant="default" onClick={() => address.write(clearedFilter)}>
                    {t('common:action.clearFilter')}
                  </Button>
                }
              >
                {t('approve.noMatchText')}
              </Empty>
            )}
            {shown.length > 0 && (
              <WorksheetList
                label={t('approve.table')}
                arranged={arranged}
                group={group}
                ticking={ticking}
                ticks="approve"
                rest={rest || undefined}
                sort={sort}
                onSort={(id) => address.write({ sort: id })}
              />
            )}
            {count > 0 && maySeeInvoices && (
              <Suspense>
                <BudgetWarnings />
              </Suspense>
            )}
            {hasNextPage && (
              <div className={classes.more}>
                <Notice
                  tone="info"
                  actions={
                    <Button
                      variant="default"
                      size="xs"
                      loading={isFetchingNextPage}
                      onClick={() => void fetchNextPage()}
                    >
                      {t('common:action.loadMore')}
                    </Button>
                  }
                >
                  {t(total >= mostCounted ? 'approve.partialMany' : 'approve.partial', {
                    shown: format.count(rows.length),
                    total: format.count(total),
                  })}
                </Notice>
              </div>
            )}
            <ActionBar
              selection={selection}
              hiddenCount={hiddenCount}
              busy={busy}
              terms={<ApprovalTexts texts={texts} />}
              onUntick={() => change((before) => ({ ...nothingTicked, lastAct: before.lastAct }))}
              onUndo={() => {
                gone.close();
                if (selection.lastAct) undo(selection.lastAct);
              }}
              onClose={() => change(({ lastAct: _, ...before }) => before)}
              actions={[
                { text: t('approve.decline'), onClick: decline, decision: 'decline' },
                { text: t('approve.action'), onClick: approve, decision: 'approve', isMain: true },
              ]}
            />
          </>
        )}
      </Loaded>
      {dialog === 'keys' && <KeysDialog place="list" onClose={() => setDialog(undefined)} />}
      {dialog === 'decline' && (
        <ReasonDialog
          kind="decline"
          ids={items.map(({ id }) => id)}
          isBusy={busy !== undefined}
          onClose={() => setDialog(undefined)}
          onSubmit={(reason, onDone) =>
            act('decline', items, reason, () => {
              onDone();
              setDialog(undefined);
            })
          }
        />
      )}
    </Page>
  );
}

/** The words an address sorts by. */
const sortsOf = (columns: readonly WorksheetColumn[]) =>
  columns.flatMap(({ id, isSortable }) => (isSortable ? [id, `-${id}`] : []));

/** What waits, all of it, and what of it the filter shows. */
function ApprovalSize({ first, shown }: { first: WorksheetPage; shown: readonly WorksheetRow[] | undefined }) {
  const { t } = useTranslation('worksheets');
  const format = useFormat();
  const ofAll = format.hoursOfList(first);
  const all =
    ofAll === null
      ? t('approve.leadMany', { number: format.count(first.total) })
      : t('approve.lead', { count: first.total, hours: ofAll });
  if (!shown) return all;
  const sum = (key: 'totalMinutes' | 'workedMinutes') => shown.reduce((minutes, row) => minutes + row[key], 0);
  const hours = format.hoursOfList({ totalMinutes: sum('totalMinutes'), workedMinutes: sum('workedMinutes') });
  return `${all} ${t('approve.shownOf', { count: shown.length, hours })}`;
}

const clearedFilter = { q: '', organisation: '', period: '', standsOut: '' };
