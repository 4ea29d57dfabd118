import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import classes from './worksheet-page.module.css';

/** What it is of: by whom, where and when, and on which invoices it stands. */
export function WorksheetFacts({ worksheet }: { worksheet: Worksheet }) {
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
