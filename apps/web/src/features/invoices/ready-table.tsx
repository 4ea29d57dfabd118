import { isAdmin } from '@konnekt/shared/basics/actor';
import type { Lack } from '@konnekt/shared/invoices/invoice.contract';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useMe } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import type { Column } from '../../kit/list/column.ts';
import { RecordList, recordQuiet } from '../../kit/list/record-list.tsx';
import { useTicks } from '../../kit/list/ticks.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';
import { usePrepare } from './invoice-queries.ts';
import classes from './invoices.module.css';
import type { ReadyClient } from './ready-client.ts';
import { TickBar } from './tick-bar.tsx';
import { useInvoiceProblem, useInvoiceWords } from './use-invoice-words.ts';

/** The clients that can be invoiced, to prepare the invoices of all of them or of those that are ticked. */
export function ReadyTable({ clients, until }: { clients: ReadyClient[]; until: string }) {
  const { t } = useTranslation('invoices');
  const format = useFormat();
  const words = useInvoiceWords();
  const navigate = useNavigate();
  const prepare = usePrepare();
  const onProblem = useInvoiceProblem();
  const ticks = useTicks(clients.map(({ id }) => id));
  const count = ticks.ticked.length;
  const press = () =>
    prepare.mutate(
      { until, ...(count > 0 && { organisationIds: ticks.ticked }) },
      {
        onSuccess: ({ drafts, leftOut }) => {
          const left = leftOut > 0 ? ` ${t('ready.leftOut', { count: leftOut, number: format.count(leftOut) })}` : '';
          const made =
            drafts === 0 ? t('ready.none') : t('ready.done', { count: drafts, number: format.count(drafts) });
          toast({ tone: drafts === 0 ? 'bad' : 'good', message: made + left });
          if (drafts > 0) void navigate(paths.invoicesIn('drafts'));
        },
        onError: onProblem,
      },
    );
  const columns: Column<ReadyClient>[] = [
    {
      id: 'client',
      header: t('column.organisation'),
      cell: ({ name }) => <strong>{name}</strong>,
    },
    {
      id: 'period',
      header: t('column.period'),
      cell: ({ fromDay, untilDay }) => <span className="figures">{format.range(fromDay, untilDay)}</span>,
      rank: 2,
    },
    {
      id: 'invoices',
      header: t('column.invoices'),
      cell: ({ invoices }) => <span className="figures">{format.count(invoices)}</span>,
      isFigure: true,
    },
    {
      id: 'worksheets',
      header: t('column.worksheets'),
      cell: ({ worksheets }) => <span className="figures">{format.count(worksheets)}</span>,
      isFigure: true,
      rank: 1,
    },
    {
      id: 'net',
      header: t('column.net'),
      cell: ({ netCents, rateDifferences }) => (
        <>
          <strong className="figures">{words.money(netCents)}</strong>
          {rateDifferences > 0 && (
            <span className={recordQuiet}>
              {t('ready.rateDifferences', { count: rateDifferences, number: format.count(rateDifferences) })}
            </span>
          )}
        </>
      ),
      isFigure: true,
    },
    { id: 'lacks', header: t('column.lacks'), cell: (client) => <Lacks client={client} /> },
  ];
  return (
    <>
      <TickBar ticks={ticks}>
        <Button loading={prepare.isPending} onClick={press}>
          {count > 0 ? t('ready.prepare', { count }) : t('ready.prepareAll')}
        </Button>
      </TickBar>
      <RecordList
        label={t('tab.ready')}
        rows={clients}
        keyOf={({ id }) => id}
        columns={columns}
        ticks={{ ticks, all: t('ready.tickAll'), one: ({ name }) => t('ready.tick', { name }) }}
      />
    </>
  );
}

/** What is missing, each with the way to where it is filled in. */
function Lacks({ client }: { client: ReadyClient }) {
  const { t } = useTranslation('invoices');
  const me = useMe();
  const placesOf = (lack: Lack): string | undefined => {
    if (lack === 'rate' || lack === 'budget-number') return `${paths.placements}?organisation=${client.id}`;
    if (lack === 'final-invoice') return paths.invoicesIn('drafts');
    if (lack.startsWith('client')) return paths.organisation(client.id);
    return isAdmin(me) ? paths.settings : undefined;
  };
  if (client.lacks.length === 0) return null;
  return (
    <ul className={classes.lacks}>
      {client.lacks.map((lack) => {
        const text = lack === 'rate' ? t('lackLines', { count: client.linesWithoutRate }) : t(`lack.${lack}`);
        const to = placesOf(lack);
        return <li key={lack}>{to ? <Link to={to}>{text}</Link> : text}</li>;
      })}
    </ul>
  );
}
