import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogActions } from '../../../ui/dialog.tsx';
import type { PasteDoubts } from './paste.ts';

/** What a paste would do that is wider, ragged or shifted, before it does it. */
export function PasteDialog(props: {
  doubts: PasteDoubts;
  /** How many fields would be filled, and how many texts have no place. */
  count: number;
  left: number;
  onClose: () => void;
  onPaste: () => void;
}) {
  const { t } = useTranslation('dialogs');
  const { t: common } = useTranslation();
  const { doubts, count, left, onClose, onPaste } = props;
  return (
    <Dialog title={t('paste.title')} onClose={onClose}>
      <ul>
        <li>{t('paste.fills', { count })}</li>
        {left > 0 && <li>{t('paste.left', { count: left })}</li>}
        {doubts.isWide && <li>{t('paste.wide')}</li>}
        {doubts.isRagged && <li>{t('paste.ragged')}</li>}
        {doubts.unread.length > 0 && (
          <li>
            {t('paste.unread', { count: doubts.unread.length })}
            <ul>
              {doubts.unread.slice(0, namedUnread).map(({ text, row, column }) => (
                <li key={`${row} ${column}`}>{t('paste.unreadAt', { text: shortened(text), row, column })}</li>
              ))}
              {doubts.unread.length > namedUnread && (
                <li>{t('paste.unreadMore', { count: doubts.unread.length - namedUnread })}</li>
              )}
            </ul>
          </li>
        )}
      </ul>
      <DialogActions>
        <Button variant="default" data-autofocus onClick={onClose}>
          {common('action.cancel')}
        </Button>
        <Button onClick={onPaste}>{t('paste.go')}</Button>
      </DialogActions>
    </Dialog>
  );
}

/** So many say where the block is shifted. */
const namedUnread = 3;

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
