import { mostAtOnce } from '@konnekt/shared/basics/list-bounds';
import type { InvoiceRow } from '@konnekt/shared/invoices/invoice.contract';
import { IconFileInvoice } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../kit/address/paths.ts';
import { idIn, isId, useAddress } from '../../kit/address/use-address.ts';
import { OfficeList } from '../../kit/list/office-list.tsx';
import { useTicks } from '../../kit/list/ticks.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { OrganisationFilter } from '../organisations/parts/organisation-filter.tsx';
import { FinaliseDialog, type Refused } from './finalise-dialog.tsx';
import { invoiceRows } from './invoice-queries.ts';
import { TickBar, useInvoiceTicks } from './tick-bar.tsx';
import { useInvoiceColumns } from './use-invoice-columns.tsx';

/** Drafts, to look at and to make final together. */
export function DraftList() {
  const { t } = useTranslation('invoices');
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
  const rowTicks = useInvoiceTicks(ticks, (id) => {
    const code = refused.get(id);
    return code && t(`refused.${code}`);
  });
  const columns = useInvoiceColumns(true);
  const chosen = rows.filter(({ id }) => ticks.isTicked(id));
  return (
    <>
      {rows.length > 0 && (
        <TickBar ticks={ticks}>
          <Button disabled={chosen.length === 0} onClick={() => setIsAsking(true)}>
            {t('drafts.finalise')}
          </Button>
        </TickBar>
      )}
      <OfficeList<InvoiceRow>
        label={t('tab.drafts')}
        address={address}
        query={query}
        columns={columns}
        ticks={rowTicks}
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
