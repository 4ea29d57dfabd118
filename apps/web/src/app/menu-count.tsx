import { useTranslation } from 'react-i18next';
import { useKnownDocumentCounts } from '../features/documents/parts/counts.ts';
import { useKnownCounts } from '../features/messages/parts/counts.ts';
import hidden from '../ui/hidden.module.css';
import classes from './side-menu.module.css';

/** How much of it is new, behind the item of the menu. */
export function MenuCount({ of }: { of: 'messages' | 'documents' }) {
  const { t } = useTranslation();
  const known = { messages: useKnownCounts(), documents: useKnownDocumentCounts() };
  const unread = known[of]?.unread ?? 0;
  if (unread === 0) return null;
  return (
    <b className={classes.count}>
      {unread}
      <span className={hidden.hidden}> {t('menu.new')}</span>
    </b>
  );
}
