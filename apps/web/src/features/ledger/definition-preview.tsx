import type { LedgerContent } from '@konnekt/shared/ledger/ledger.contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import layout from '../../ui/form-layout.module.css';
import { useSettled } from '../../ui/use-settled.ts';
import { FirstRows } from './first-rows.tsx';
import { definitionPreview } from './ledger-queries.ts';

/** So many rows fit between what is typed. */
const shown = 5;

/** What the definition makes of what is to be booked, a moment after the last key. What cannot be read yet leaves what was there. */
export function DefinitionPreview({ content }: { content: LedgerContent }) {
  const { t } = useTranslation('ledger');
  const settled = useSettled(JSON.stringify(content));
  const { data } = useQuery(definitionPreview(settled));
  if (!data) return null;
  if (data.rows.length === 0) return <p className={layout.quiet}>{t('new.nothing')}</p>;
  return <FirstRows rows={data.rows.slice(0, shown)} hasTitles={(JSON.parse(settled) as LedgerContent).hasTitles} />;
}
