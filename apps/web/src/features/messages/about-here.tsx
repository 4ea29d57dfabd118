import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { worksheetQuery } from '../worksheets/parts/worksheet-queries.ts';
import { AboutLink } from './about-link.tsx';
import type { AskedAbout } from './asked-about.ts';
import classes from './parts/messages.module.css';

/** Says what a new message is about: the hours or the invoice that one came from. */
export function AboutHere({ about }: { about: AskedAbout }) {
  const { worksheetId, invoiceId, invoiceLineId } = about;
  if (worksheetId) return <AboutWorksheet id={worksheetId} />;
  return invoiceId ? <AboutInvoice id={invoiceId} lineId={invoiceLineId} /> : null;
}

function AboutWorksheet({ id }: { id: string }) {
  const { data } = useQuery(worksheetQuery(id));
  if (!data) return null;
  const { employeeName, organisationName } = data.placement;
  return (
    <p className={classes.quiet}>
      <AboutLink about={{ kind: 'worksheet', id, employeeName, organisationName, period: data.period }} />
    </p>
  );
}

function AboutInvoice({ id, lineId }: { id: string; lineId: string | null }) {
  const { t } = useTranslation('messages');
  const { data } = useQuery({
    queryKey: ['about-invoice', id],
    queryFn: ({ signal }) => call('GET /api/invoices/:id', { params: { id } }, { signal }),
  });
  if (!data?.number) return null;
  const line = data.lines.find((one) => one.id === lineId);
  const lineName = line
    ? [line.employeeName, line.description, line.isoWeek && `${t('begin.week')} ${line.isoWeek}`]
        .filter(Boolean)
        .join(', ')
    : null;
  return (
    <p className={classes.quiet}>
      <AboutLink about={{ kind: 'invoice', id, number: data.number, lineId, lineName }} />
    </p>
  );
}
