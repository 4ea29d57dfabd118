import { type Phase, phases } from '@konnekt/shared/worksheets/worksheet.status';
import { IconChecklist } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { oneOf } from '../../kit/address/use-address.ts';
import { ListRest } from '../../kit/list/list-rest.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ActionBar, type BarAction } from './action-bar.tsx';
import { DeviationsFirst } from './deviations-first.tsx';
import { DeviationsShown } from './deviations-shown.tsx';
import { FileLinks } from './file-links.tsx';
import { GoneNotice } from './gone-notice.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { ListFilter, noFilter } from './list-filter.tsx';
import { ListSize } from './list-size.tsx';
import classes from './office-page.module.css';
import { PhaseTabs } from './phase-tabs.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { nothingTicked, ticked, withFreshRows } from './selection.ts';
import { isTickable } from './use-arranged.ts';
import { useDecisions } from './use-decisions.tsx';
import { useGone } from './use-gone.ts';
import { type ListAddress, useListAddress } from './use-list-address.ts';
import { useSelection } from './use-selection.ts';
import { useTicking } from './use-ticking.ts';
import { useWorksheetList } from './use-worksheet-list.ts';
import { WorksheetList } from './worksheet-list.tsx';

export { OfficePage as Component };

/** The agency's worksheets by phase; the last approval in bulk, and reopening. */
function OfficePage() {
  const { t } = useTranslation('worksheets');
  const address = useListAddress();
  const phase = oneOf(phases, address.read('phase')) ?? 'to-finalise';
  return (
    <Page title={t('office.title')}>
      <PhaseTabs phase={phase} address={address} />
      <PhaseList key={phase} phase={phase} address={address} />
    </Page>
  );
}

function PhaseList({ phase, address }: { phase: Phase; address: ListAddress }) {
  const { t } = useTranslation(['worksheets', 'common']);
  const filter = { ...address.filter, phase, sort: address.sort };
  const isDeviationsFirst = phase === 'to-finalise' && address.read('first') === 'deviations';
  const { query, rows, arranged, rest, total } = useWorksheetList(filter, {
    showStatus: phase === 'to-fill',
    isDeviationsFirst,
  });
  const calm = arranged.tickable.filter(({ standsOut }) => standsOut.length === 0);
  const [selection, change] = useSelection(phase);
  const { act, undo, busy } = useDecisions(change);
  const [dialog, setDialog] = useState<'refuse' | 'keys'>();
  const { count, items } = ticked(selection);

  useEffect(() => change((before) => withFreshRows(before, rows.filter(isTickable))), [rows, change]);

  const actions: BarAction[] = [];
  if (phase === 'to-finalise') {
    actions.push({ text: t('office.refuse'), onClick: () => count > 0 && setDialog('refuse'), decision: 'refuse' });
    actions.push({
      text: t('office.finalise'),
      onClick: () => act('finalise', items),
      decision: 'finalise',
      isMain: true,
    });
  }
  if (phase === 'done')
    actions.push({ text: t('office.reopen'), onClick: () => act('reopen', items), decision: 'reopen', isMain: true });
  const ticking = useTicking(selection, change, (key) => {
    if (key === 'help') setDialog('keys');
    if (key === 'approve') actions.find(({ isMain }) => isMain)?.onClick();
    if (key === 'decline') actions.find(({ isMain }) => !isMain)?.onClick();
  });
  const shown = new Set(arranged.ids);
  const hidden = items.filter(({ id }) => !shown.has(id));
  const isWhole = query.isSuccess && !query.isPlaceholderData && !query.hasNextPage && !address.isFiltered;
  const gone = useGone({
    change,
    missing: busy ? [] : hidden.flatMap(({ id }) => (isWhole || id in selection.refused ? [id] : [])),
    decisions: actions.map(({ decision }) => decision),
  });

  return (
    <>
      <ListFilter address={address} rows={rows} known={{ phase: phases, first: ['deviations'] }}>
        {phase === 'to-finalise' && (
          <DeviationsFirst
            isOn={isDeviationsFirst}
            onChange={(isOn) => address.write({ first: isOn ? 'deviations' : '' })}
          />
        )}
      </ListFilter>
      <GoneNotice gone={gone.gone} unseen={gone.unseen} onClose={gone.close} />
      <Loaded query={query} skeleton={<Skeleton rows={8} height={32} />}>
        {() => (
          <>
            {rows.length === 0 ? (
              <Empty
                icon={IconChecklist}
                title={t('office.emptyTitle')}
                actions={
                  address.isFiltered && (
                    <Button variant="default" onClick={() => address.write(noFilter)}>
                      {t('common:action.clearFilter')}
                    </Button>
                  )
                }
              >
                {t('office.emptyText')}
              </Empty>
            ) : (
              <>
                {isDeviationsFirst && <DeviationsShown shown={rows.length} total={total} calm={calm} change={change} />}
                {query.data?.pages[0] && (
                  <p className={`${classes.size} figures`}>
                    <ListSize first={query.data.pages[0]} />
                  </p>
                )}
                <WorksheetList
                  label={t('office.table')}
                  arranged={arranged}
                  rest={rest}
                  ticking={actions.length > 0 ? ticking : undefined}
                  ticks={actions.length > 0 ? phase : undefined}
                  showStatus={phase === 'to-fill'}
                  sort={isDeviationsFirst ? '-stands-out' : address.sort}
                  onSort={(sort) => address.write({ sort, first: '' })}
                  isLoading={query.isPlaceholderData}
                />
                <ListRest query={query} shown={rows.length} total={total}>
                  <FileLinks filter={filter} />
                </ListRest>
              </>
            )}
            <ActionBar
              selection={selection}
              hiddenCount={address.isFiltered ? hidden.length : 0}
              busy={busy}
              onUntick={() => change((before) => ({ ...nothingTicked, lastAct: before.lastAct }))}
              onUndo={() => {
                gone.close();
                if (selection.lastAct) undo(selection.lastAct);
              }}
              onClose={() => change(({ lastAct: _, ...before }) => before)}
              actions={actions}
            />
          </>
        )}
      </Loaded>
      {dialog === 'keys' && <KeysDialog place="list" onClose={() => setDialog(undefined)} />}
      {dialog === 'refuse' && (
        <ReasonDialog
          kind="refuse"
          ids={items.map(({ id }) => id)}
          isBusy={busy !== undefined}
          onClose={() => setDialog(undefined)}
          onSubmit={(reason, onDone) =>
            act('refuse', items, reason, () => {
              onDone();
              setDialog(undefined);
            })
          }
        />
      )}
    </>
  );
}
