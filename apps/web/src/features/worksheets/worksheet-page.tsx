import { mostCounted } from '@konnekt/shared/basics/most-counted';
import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { IconArrowLeft, IconChevronLeft, IconChevronRight, IconFileOff, IconKeyboard } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, type LoaderFunctionArgs, useParams } from 'react-router';
import { isProblem } from '../../api/problem.ts';
import { queryClient } from '../../api/query-client.ts';
import { useMe } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { useAddress } from '../../kit/address/use-address.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AskLink } from '../messages/parts/ask-link.tsx';
import { CorrectionSides } from './correction/correction-sides.tsx';
import { StatusBadge } from './parts/status-badge.tsx';
import { returning } from './parts/use-return.ts';
import { worksheetQuery } from './parts/worksheet-queries.ts';
import { changesBetween, isUnchanged } from './submission-diff.ts';
import { useWalk } from './use-walk.ts';
import { WorksheetActions } from './worksheet-actions.tsx';
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

  if (isProblem(query.error, 'not-found') || isProblem(query.error, 'invalid-input')) return <Unknown />;
  return (
    <Page
      title={title}
      above={<Along along={along} title={worksheet && title} />}
      lead={worksheet && <Facts worksheet={worksheet} />}
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

/** Who can approve it; the reader first, where they can. */
function useWaitsFor() {
  const { t } = useTranslation('worksheets');
  const { language } = useFormat();
  const { name } = useMe();
  const names = new Intl.ListFormat(language, { type: 'disjunction' });
  return ({ status, waitsFor, allowed }: Worksheet): string | undefined => {
    if (status !== 'submitted' || waitsFor.length === 0) return undefined;
    if (!allowed.includes('approve')) return t('page.waitsFor', { names: names.format(waitsFor) });
    const others = waitsFor.filter((one) => one !== name);
    return others.length === 0 ? t('page.waitsForYou') : t('page.waitsForYouOr', { names: names.format(others) });
  };
}

function Facts({ worksheet }: { worksheet: Worksheet }) {
  const format = useFormat();
  const { t } = useTranslation('worksheets');
  const { kind, filledBy, placement, period, reference, invoices } = worksheet;
  return (
    <span className={classes.facts}>
      {kind !== 'regular' && <strong>{t(`worksheetKind.${kind}`)}</strong>}
      {filledBy === 'staff' && <strong>{t('page.byAgency')}</strong>}
      <span>{placement.functionName}</span>
      <span>{placement.organisationName}</span>
      <span>{period.type === 'month' ? period.year : format.range(period.startsOn, period.endsOn)}</span>
      <span className="figures">{reference}</span>
      {invoices.map(({ id, number }) => (
        <Link key={id} to={paths.invoice(id)} className="figures">
          {number === null ? t('page.onDraftInvoice') : t('page.onInvoice', { number })}
        </Link>
      ))}
    </span>
  );
}

/** Back to the list, and on to the worksheets before and after this one in it. */
function Along(props: { along: ReturnType<typeof useWalk>; title: string | undefined }) {
  const { t } = useTranslation('worksheets');
  const { title } = props;
  const { walk, place } = props.along;
  const position = place && t(place.total >= mostCounted ? 'page.positionMany' : 'page.position', place);

  useEffect(() => {
    if (title && position) announce(`${title}, ${position}`);
  }, [title, position]);

  if (!walk || !place) return null;
  return (
    <nav className={classes.along} aria-label={t(backTo(walk.from))}>
      <Link to={walk.from} state={returning} className={classes.back}>
        <IconArrowLeft size={16} stroke={1.75} aria-hidden /> {t(backTo(walk.from))}
      </Link>
      <span className={classes.steps} hidden={place.total === 1}>
        <Step to={place.previous} label={t('page.previous')}>
          <IconChevronLeft size={18} stroke={1.75} aria-hidden />
        </Step>
        <span className="figures">{position}</span>
        <Step to={place.next} label={t('page.next')}>
          <IconChevronRight size={18} stroke={1.75} aria-hidden />
        </Step>
      </span>
    </nav>
  );
}

/** What the way back is called, by where it leads. */
function backTo(address: string) {
  if (address === paths.home) return 'page.backHome';
  return address.startsWith(paths.register) ? 'page.backToRegister' : 'page.back';
}

function Step(props: { to: string | undefined; label: string; children: React.ReactNode }) {
  if (props.to === undefined) {
    return (
      <span className={classes.step} aria-hidden data-off>
        {props.children}
      </span>
    );
  }
  return (
    <Link
      to={paths.worksheet(props.to)}
      state={{ keepFocus: true }}
      className={classes.step}
      aria-label={props.label}
      title={props.label}
    >
      {props.children}
    </Link>
  );
}

function Unknown() {
  const { t } = useTranslation(['worksheets', 'common']);
  return (
    <Page title={t('page.notFoundTitle')}>
      <Empty
        icon={IconFileOff}
        title={t('page.notFoundText')}
        actions={
          <ButtonLink to={paths.home} variant="default">
            {t('common:action.home')}
          </ButtonLink>
        }
      />
    </Page>
  );
}
