import type { Receipt } from '@konnekt/shared/worksheets/worksheet-line.schema';
import { IconPaperclip } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/client.ts';
import { toastProblem } from '../../../ui/toast.tsx';
import classes from './receipt-link.module.css';

/** Opens a receipt beside the screen. The browser fetches it by itself, so a session that ran out meanwhile is renewed first. */
export function ReceiptLink({ receipt: { id, name } }: { receipt: Pick<Receipt, 'id' | 'name'> }) {
  const { t } = useTranslation('worksheets');
  async function open(event: MouseEvent<HTMLAnchorElement>) {
    const link = event.currentTarget;
    if (!event.isTrusted) return;
    event.preventDefault();
    try {
      await call('GET /api/me');
      link.click();
    } catch (error) {
      toastProblem(error);
    }
  }
  return (
    <a
      className={classes.link}
      href={`/api/receipts/${id}`}
      target="_blank"
      rel="noreferrer"
      aria-label={t('sheet.openReceipt', { name })}
      onClick={(event) => void open(event)}
    >
      <IconPaperclip size={14} stroke={1.75} aria-hidden />
      {name}
    </a>
  );
}
