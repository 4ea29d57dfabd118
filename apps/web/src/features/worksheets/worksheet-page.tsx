import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { IconFileOff, IconKeyboard } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useParams } from 'react-router';
import { isNotThere } from '../../api/problem.ts';
import { queryClient } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { NothingThere } from '../../kit/address/not-found.tsx';
import { paths } from '../../kit/address/paths.ts';
import { useAddress } from '../../kit/address/use-address.ts';
import { Button } from '../../ui/button.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AskLink } from '../messages/parts/ask-link.tsx';
import { CorrectionSides } from './correction/correction-sides.tsx';
import { StatusBadge } from './parts/status-badge.tsx';
import { worksheetQuery } from './parts/worksheet-queries.ts';
import { changesBetween, isUnchanged } from './submission-diff.ts';
import { useWaitsFor } from './use-waits-for.ts';
import { useWalk } from './use-walk.ts';
import { WalkSteps } from './walk-steps.tsx';
import { WorksheetActions } from './worksheet-actions.tsx';
import { WorksheetFacts } from './worksheet-facts.tsx';
import { WorksheetHistory } from './worksheet-history.tsx';
import { WorksheetHours } from './worksheet-hours.tsx';
import classes from './worksheet-page.module.css';
import { WorksheetParts, WorksheetTotals, WorksheetWarnings } from './worksheet-summary.tsx';
import { OlderVersion, WorksheetVersions } from './worksheet-versions.tsx';

export { WorksheetPage as Component };

export const loader = ({ params }: LoaderFunctionArgs) => {
  if (params.id) void queryClient.prefetchQuery(worksheetQuery(params.id));
  return null;
};

/** One worksheet, whole, for whoever may see it; with the way along the list one came from. */
function WorksheetPage() {
  const { t } = useTranslation('worksheets');
  const { id = '' } = useParams();
  const format = useFormat();
  const query = useQuery(worksheetQuery(id));
  const along = useWalk(id);
  const [showsKeys, setShowsKeys] = useState(false);
  const worksheet = query.data;
  const title = worksheet
    ? t('page.title', {
        employee: worksheet.placement.employeeName,
        period: format.periodInText(worksheet.period),
      })
    : t('page.loading');

  if (isNotThere(query.error)) return <Unknown />;
  return (
    <Page
      title={title}
      above={<WalkSteps along={along} title={worksheet && title} />}
      lead={worksheet && <WorksheetFacts worksheet={worksheet} />}
      actions={
        worksheet && (
          <>
            <StatusBadge status={worksheet.status} />
            {worksheet.submissions.length > 0 && <AskLink about={{ worksheet: id }}>{t('page.ask')}</AskLink>}
            <Button
              variant="default"
              size="xs"
              className={classes.keys ?? ''}
              leftSection={<IconKeyboard size={16} stroke={1.75} aria-hidden />}
              onClick={() => setShowsKeys(true)}
            >
              {t('page.keys')}
            </Button>
          </>
        )
      }
    >
      <Loaded query={query} skeleton={<Skeleton rows={8} height={28} />}>
        {(loaded) => (
          <>
            <Content key={loaded.id} worksheet={loaded} />
            <WorksheetActions
              key={`${loaded.id} actions`}
              worksheet={loaded}
              along={along}
              showsKeys={showsKeys}
              onKeys={setShowsKeys}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Content({ worksheet }: { worksheet: Worksheet }) {
  const { t } = useTranslation('worksheets');
  const wanted = Number(useAddress().read('version'));
  const { submissions } = worksheet;
  const latest = submissions.at(-1);
  const viewed = submissions.find(({ number }) => number === wanted) ?? latest;
  const before = submissions.find(({ number }) => number === (viewed?.number ?? 0) - 1);
  // What is being mended is not what was sent: then the working copy is shown until a version is asked for.
  const isWorkingCopy = wanted === 0 && (worksheet.status === 'draft' || worksheet.status === 'declined');
  const shown = isWorkingCopy ? undefined : viewed;
  const lines = shown?.lines ?? worksheet.lines;
  const remark = shown ? shown.remark : worksheet.remark;
  const changes = shown && before && changesBetween(before.lines, shown.lines);
  const waits = useWaitsFor()(worksheet);

  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        <OlderVersion shown={shown?.number} latest={latest?.number} />
        {waits && <Notice tone="info">{waits}</Notice>}
        <WorksheetWarnings warnings={worksheet.warnings} />
        {changes && before && (
          <Notice tone={isUnchanged(changes) ? 'info' : 'warn'}>
            {isUnchanged(changes)
              ? t('page.noChanges', { number: before.number })
              : `${t('page.compareWith', { number: before.number })}. ${before.remark === shown.remark ? '' : t('page.remarkChanged')}`}
          </Notice>
        )}
        <WorksheetHours period={worksheet.period} hourTypes={worksheet.hourTypes} lines={lines} changes={changes} />
        {remark && (
          <Panel title={t('page.remark')}>
            <p className={classes.remark}>{remark}</p>
          </Panel>
        )}
        <CorrectionSides worksheet={worksheet} />
        <WorksheetParts worksheet={worksheet} />
      </div>
      <div className={classes.column}>
        <WorksheetTotals worksheet={worksheet} />
        <WorksheetVersions submissions={submissions} hourTypes={worksheet.hourTypes} shown={shown?.number} />
        <WorksheetHistory worksheet={worksheet} />
      </div>
    </div>
  );
}

function Unknown() {
  const { t } = useTranslation(['worksheets', 'common']);
  return (
    <NothingThere
      icon={IconFileOff}
      title={t('page.notFoundTitle')}
      text={t('page.notFoundText')}
      to={paths.home}
      back={t('common:action.home')}
    />
  );
}
