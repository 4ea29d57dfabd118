import type { InvoiceRow } from '@konnekt/shared/invoices/invoice.contract';
import { mostAtOnce } from '@konnekt/shared/worksheets/worksheet.bounds';
import { IconFileInvoice } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { idIn, isId, useAddress } from '../../kit/address/use-address.ts';
import type { Column } from '../../kit/list/column.ts';
import { OfficeList } from '../../kit/list/office-list.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { TickBox } from '../../ui/tick-box.tsx';
import { OrganisationFilter } from '../organisations/parts/organisation-filter.tsx';
import { FinaliseDialog, type Refused } from './finalise-dialog.tsx';
import { invoiceRows } from './invoice-queries.ts';
import classes from './invoices.module.css';
import { useTicks } from './ticks.ts';
import { useInvoiceColumns } from './use-invoice-columns.tsx';
import { useInvoiceWords } from './use-invoice-words.ts';

/** Drafts, to look at and to make final together. */
export function DraftList() {
  const { t } = useTranslation('invoices');
  const format = useFormat();
  const address = useAddress();
  const query = useInfiniteQuery(
    invoiceRows({
      status: 'draft',
      q: address.read('q') || undefined,
      organisationId: idIn(address.read('organisation')),
    }),
  );
  const rows = (query.data?.pages.flatMap(({ items }) => items) ?? []).slice(0, mostAtOnce);
  const ticks = useTicks(rows.map(({ id }) => id));
  const [isAsking, setIsAsking] = useState(false);
  const [refused, setRefused] = useState<Refused>(new Map());
  const columns = useTickedColumns(ticks, refused);
  const chosen = rows.filter(({ id }) => ticks.isTicked(id));
  return (
    <>
      {rows.length > 0 && (
        <div className={classes.acts}>
          <TickBox state={ticks.state} label={t('drafts.tickAll')} onTick={ticks.tickAll} />
          <span className="figures">
            {t('drafts.ticked', { count: chosen.length, number: format.count(chosen.length) })}
          </span>
          <Button disabled={chosen.length === 0} onClick={() => setIsAsking(true)}>
            {t('drafts.finalise')}
          </Button>
        </div>
      )}
      <OfficeList<InvoiceRow>
        label={t('tab.drafts')}
        address={address}
        query={query}
        columns={columns}
        searchHint={t('searchHint')}
        known={{ organisation: isId }}
        empty={{
          ...{ icon: IconFileInvoice, title: t('drafts.emptyTitle'), text: t('drafts.emptyText') },
          action: <ButtonLink to={paths.invoices}>{t('drafts.toReady')}</ButtonLink>,
        }}
      >
        <OrganisationFilter address={address} />
      </OfficeList>
      {isAsking && (
        <FinaliseDialog
          invoices={chosen}
          onClose={() => setIsAsking(false)}
          onDone={(answer) => {
            setIsAsking(false);
            setRefused(answer);
          }}
        />
      )}
    </>
  );
}

/** The columns with a box to tick in the first, and why a draft was not made final. */
function useTickedColumns(ticks: ReturnType<typeof useTicks>, refused: Refused): Column<InvoiceRow>[] {
  const { t } = useTranslation('invoices');
  const words = useInvoiceWords();
  const format = useFormat();
  const [first, ...more] = useInvoiceColumns(true);
  if (!first) return more;
  const cell: Column<InvoiceRow>['cell'] = (invoice, gone) => {
    const code = refused.get(invoice.id);
    const name = `${words.name(invoice)} ${invoice.organisationName}, ${format.range(invoice.fromDay, invoice.untilDay)}`;
    return (
      <span className={classes.ticked}>
        <TickBox
          state={ticks.isTicked(invoice.id) ? 'all' : 'none'}
          label={t('drafts.tick', { name })}
          onTick={(on) => ticks.tick(invoice.id, on)}
        />
        <span>
          {first.cell(invoice, gone)}
          {code && <span className={classes.refused}>{t(`refused.${code}`)}</span>}
        </span>
      </span>
    );
  };
  return [{ ...first, cell }, ...more];
}
