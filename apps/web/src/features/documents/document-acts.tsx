import type { Document } from '@konnekt/shared/documents/document.schema';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { ChangeDocumentDialog } from './change-document-dialog.tsx';
import { NewVersionDialog } from './new-version-dialog.tsx';
import { RemoveDocumentDialog } from './remove-document-dialog.tsx';

/** What the office does with a document: put a new version there, change what is said of it, remove it. */
export function DocumentActs({ document }: { document: Document }) {
  const { t } = useTranslation('documents');
  const [open, setOpen] = useState<'version' | 'change' | 'remove'>();
  const props = { document, onClose: () => setOpen(undefined) };
  return (
    <>
      <Button variant="default" onClick={() => setOpen('version')}>
        {t('act.version')}
      </Button>
      <Button variant="default" onClick={() => setOpen('change')}>
        {t('act.change')}
      </Button>
      <Button variant="default" onClick={() => setOpen('remove')}>
        {t('act.remove')}
      </Button>
      {open === 'version' && <NewVersionDialog {...props} />}
      {open === 'change' && <ChangeDocumentDialog {...props} />}
      {open === 'remove' && <RemoveDocumentDialog {...props} />}
    </>
  );
}
