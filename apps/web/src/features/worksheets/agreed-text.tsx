import type { WorksheetEvent } from '@konnekt/shared/worksheets/worksheet.schema';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import classes from './agreed-text.module.css';

/** The text that was agreed to by an approval, in the version that was read. */
export default function AgreedText({ text }: { text: NonNullable<WorksheetEvent['approvalText']> }) {
  const { t } = useTranslation('worksheets');
  const { language } = useFormat();
  return (
    <details className={classes.agreed}>
      <summary>{t('event.agreed', { number: text.version })}</summary>
      <blockquote>{language === 'nl' ? text.textNl : text.textEn}</blockquote>
      <code>SHA-256 {text.sha256}</code>
    </details>
  );
}
