import { isOffice } from '@konnekt/shared/basics/actor';
import { calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import { mostAtOnce } from '@konnekt/shared/basics/list-bounds';
import { longest } from '@konnekt/shared/basics/text-rules';
import { mostFiles, paymentStates } from '@konnekt/shared/invoices/invoice.words';
import { IconFileInvoice } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api/route-address.ts';
import { useMe } from '../../api/session-queries.ts';
import { idIn, isId, oneOf, useAddress } from '../../kit/address/use-address.ts';
import { DownloadLink } from '../../kit/files/download-link.tsx';
import { ChoiceFilter } from '../../kit/list/choice-filter.tsx';
import { OfficeList } from '../../kit/list/office-list.tsx';
import { SearchField } from '../../kit/list/search-field.tsx';
import { useTicks } from '../../kit/list/ticks.ts';
import { OrganisationFilter } from '../organisations/parts/organisation-filter.tsx';
import { invoiceRows } from './invoice-queries.ts';
import { MailButton, useMailing } from './mail-button.tsx';
import { TickBar, useInvoiceTicks } from './tick-bar.tsx';
import { useInvoiceColumns } from './use-invoice-columns.tsx';

const kinds = ['invoice', 'credit'] as const;
const unsent = ['not-sent'] as const;
const yearsBack = 7;

/** The invoices and credit notes that are final, to search and narrow down. */
export function FinalList() {
  const { t } = useTranslation('invoices');
  const address = useAddress();
  const { read, rewrite } = address;
  // Kept that long by law (article 52 AWR); the years before are found by their number.
  const thisYear = Number(calendarDayAt(new Date()).slice(0, 4));
  const years = Array.from({ length: yearsBack }, (_, index) => String(thisYear - index));
  const year = oneOf(years, read('year'));
  const kind = oneOf(kinds, read('kind'));
  const payment = oneOf(paymentStates, read('payment'));
  const sending = oneOf(unsent, read('sending'));
  const isOfOffice = isOffice(useMe());
  const budget = read('budget').slice(0, longest.search);
  const query = useInfiniteQuery(
    invoiceRows({
      status: 'final',
      q: read('q') || undefined,
      budgetNumber: budget.trim() || undefined,
      kind,
      payment,
      sending,
      question: read('question') === 'true' ? 'true' : undefined,
      organisationId: idIn(read('organisation')),
      year: year === undefined ? undefined : Number(year),
    }),
  );
  const rows = (query.data?.pages.flatMap(({ items }) => items) ?? []).slice(0, isOfOffice ? mostAtOnce : mostFiles);
  const ticks = useTicks(rows.map(({ id }) => id));
  const mailing = useMailing(ticks);
  const rowTicks = useInvoiceTicks(ticks, mailing.whyNot);
  const columns = useInvoiceColumns();
  const search = useCallback((text: string) => rewrite({ budget: text }), [rewrite]);
  return (
    <>
      {rows.length > 0 && (
        <TickBar ticks={ticks}>
          <Downloads ids={ticks.ticked} />
          {isOfOffice && <MailButton mailing={mailing} />}
        </TickBar>
      )}
      <OfficeList
        label={t('title')}
        address={address}
        query={query}
        columns={columns}
        ticks={rowTicks}
        searchHint={t('searchHint')}
        known={{
          ...{ budget: () => true, organisation: isId, year: years, kind: kinds },
          ...{ payment: paymentStates, sending: unsent, question: ['true'] },
        }}
        empty={{ icon: IconFileInvoice, title: t('empty.title'), text: t('empty.text') }}
      >
        <SearchField label={t('budgetNumber')} hint={t('budgetNumber')} value={budget} onChange={search} />
        <OrganisationFilter address={address} />
        <ChoiceFilter
          address={address}
          name="year"
          label={t('filter.year')}
          all={t('filter.allYears')}
          words={years}
          labelOf={(word) => word}
        />
        <ChoiceFilter
          address={address}
          name="kind"
          label={t('filter.kind')}
          all={t('filter.allKinds')}
          words={kinds}
          labelOf={(word) => t(`kinds.${word}`)}
        />
        <ChoiceFilter
          address={address}
          name="payment"
          label={t('payment.label')}
          all={t('payment.all')}
          words={paymentStates}
          labelOf={(word) => t(`payment.${word}`)}
        />
        {isOfOffice && (
          <ChoiceFilter
            address={address}
            name="sending"
            label={t('sending.label')}
            all={t('sending.all')}
            words={unsent}
            labelOf={(word) => t(`sending.${word}`)}
          />
        )}
      </OfficeList>
    </>
  );
}

/** The ticked invoices as one file, with the worksheets behind each or without. */
function Downloads({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation('invoices');
  if (ids.length === 0 || ids.length > mostFiles) return null;
  const address = (more: { worksheets?: 'true' }) =>
    addressOf('GET /api/invoices/files', { query: { ids: ids.join(','), ...more } }).url;
  return (
    <>
      <DownloadLink href={address({})}>{t('files.zip')}</DownloadLink>
      <DownloadLink href={address({ worksheets: 'true' })}>{t('files.zipWithWorksheets')}</DownloadLink>
    </>
  );
}
