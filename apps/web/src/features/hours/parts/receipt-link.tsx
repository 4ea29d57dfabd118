import type { Receipt } from '@konnekt/shared/worksheets/worksheet-line.schema';
import { IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { renewedFirst } from '../../../kit/files/renewed-first.ts';
import classes from './receipt-link.module.css';

/** Opens a receipt beside the screen. */
export function ReceiptLink({ receipt: { id, name } }: { receipt: Pick<Receipt, 'id' | 'name'> }) {
  const { t } = useTranslation('worksheets');
  return (
    <a
      className={classes.link}
      href={`/api/receipts/${id}`}
      target="_blank"
      rel="noreferrer"
      aria-label={t('sheet.openReceipt', { name })}
      onClick={(event) => void renewedFirst(event)}
    >
      <IconPaperclip size={14} stroke={1.75} aria-hidden />
      {name}
    </a>
  );
}
