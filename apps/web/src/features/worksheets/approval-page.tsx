import { IconKeyboard } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../../api/query-client.ts';
import { useMe } from '../../api/session-queries.ts';
import { loadTexts } from '../../i18n/index.ts';
import { useAddress } from '../../kit/address/use-address.ts';
import { Button } from '../../ui/button.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ActionBar } from './action-bar.tsx';
import { ApprovalFilter } from './approval-filter.tsx';
import classes from './approval-page.module.css';
import { ApprovalSize } from './approval-size.tsx';
import { ApprovalTexts, useApprovalTexts } from './approval-texts.tsx';
import { GoneNotice } from './gone-notice.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { MoreToApprove } from './more-to-approve.tsx';
import { NoMatchToApprove, NothingToApprove } from './nothing-to-approve.tsx';
import { toApproveQuery } from './parts/worksheet-queries.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { nothingTicked, ticked, withFreshRows } from './selection.ts';
import { TickCalm } from './tick-calm.tsx';
import { useApprovalList } from './use-approval-list.ts';
import { isTickable } from './use-arranged.ts';
import { useDecisions } from './use-decisions.tsx';
import { useGone } from './use-gone.ts';
import { useSelection } from './use-selection.ts';
import { useTicking } from './use-ticking.ts';
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
  // Colleagues decide on the same hours: a list that stays open notices.
  const query = useInfiniteQuery({ ...toApproveQuery, refetchInterval: 60_000 });
  const { maySeeInvoices } = useMe();
  const address = useAddress();
  const [selection, change] = useSelection('approve');
  const [dialog, setDialog] = useState<'decline' | 'keys'>();

  const list = useApprovalList(query, address);
  const { rows, shown, arranged, isFiltered } = list;

  useEffect(() => change((before) => withFreshRows(before, rows.filter(isTickable))), [rows, change]);

  const texts = useApprovalTexts(rows.filter(({ id }) => id !== null && id in selection.ticks));
  const { act, undo, busy } = useDecisions(change, texts);
  const first = query.data?.pages[0];
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
  const isWhole = query.isSuccess && !query.hasNextPage;
  const isMissing = ({ id }: { id: string }) => !waiting.has(id) && (isWhole || id in selection.refused);
  const gone = useGone({
    change,
    missing: busy ? [] : items.filter(isMissing).map(({ id }) => id),
    decisions: ['approve', 'decline'],
  });
  const calm = arranged.tickable.filter((row) => row.standsOut.length === 0);

  return (
    <Page
      title={t('approve.title')}
      lead={first && <ApprovalSize first={first} shown={isFiltered ? shown : undefined} />}
      actions={
        rows.length > 0 && (
          <>
            {calm.length > 0 && calm.length < arranged.tickable.length && <TickCalm calm={calm} change={change} />}
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
            {rows.length > 0 && <ApprovalFilter list={list} address={address} />}
            <GoneNotice gone={gone.gone} unseen={gone.unseen} onClose={gone.close} />
            {rows.length === 0 && <NothingToApprove />}
            {rows.length > 0 && shown.length === 0 && <NoMatchToApprove address={address} />}
            {shown.length > 0 && (
              <WorksheetList
                label={t('approve.table')}
                arranged={arranged}
                group={list.group}
                ticking={ticking}
                ticks="approve"
                rest={list.rest}
                sort={list.sort}
                onSort={(id) => address.write({ sort: id })}
              />
            )}
            {count > 0 && maySeeInvoices && (
              <Suspense>
                <BudgetWarnings />
              </Suspense>
            )}
            {query.hasNextPage && <MoreToApprove query={query} shown={rows.length} total={first?.total ?? 0} />}
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
