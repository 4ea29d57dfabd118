import type { Invoice } from '@konnekt/shared/invoices/invoice.contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { paths } from '../../kit/address/paths.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { toast } from '../../ui/toast.tsx';
import { CreditDialog } from './credit-dialog.tsx';
import { DraftDialog } from './draft-dialog.tsx';
import { FinaliseDialog } from './finalise-dialog.tsx';
import { useDiscard } from './invoice-queries.ts';
import { isCreditable, useInvoiceProblem } from './use-invoice-words.ts';

/** What the office does with one invoice: change, discard or make final a draft; credit what is final. */
export function InvoiceActs({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation('invoices');
  const [open, setOpen] = useState<'edit' | 'discard' | 'finalise' | 'credit'>();
  const close = () => setOpen(undefined);
  return (
    <>
      {invoice.status === 'draft' && (
        <>
          <Button variant="default" onClick={() => setOpen('discard')}>
            {t('discard.act')}
          </Button>
          <Button variant="default" onClick={() => setOpen('edit')}>
            {t('edit.act')}
          </Button>
          <Button onClick={() => setOpen('finalise')}>{t('drafts.finalise')}</Button>
        </>
      )}
      {isCreditable(invoice) && (
        <Button variant="default" onClick={() => setOpen('credit')}>
          {t('credit.act')}
        </Button>
      )}
      {open === 'edit' && <DraftDialog invoice={invoice} onClose={close} />}
      {open === 'discard' && <DiscardDialog invoice={invoice} onClose={close} />}
      {open === 'finalise' && <FinaliseDialog invoices={[invoice]} onClose={close} onDone={close} saysWhy />}
      {open === 'credit' && <CreditDialog invoice={invoice} onClose={close} />}
    </>
  );
}

function DiscardDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const { t } = useTranslation(['invoices', 'common']);
  const discard = useDiscard(invoice.id);
  const navigate = useNavigate();
  const onProblem = useInvoiceProblem();
  const press = () =>
    discard.mutate(invoice.version, {
      onSuccess: () => {
        toast({ tone: 'good', message: t('discard.done') });
        void navigate(paths.invoicesIn('drafts'), { replace: true });
      },
      onError: onProblem,
    });
  return (
    <Dialog title={t('discard.title')} onClose={onClose}>
      <p>{t('discard.text')}</p>
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t('common:action.cancel')}
        </Button>
        <Button variant="danger" loading={discard.isPending} onClick={press}>
          {t('discard.act')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
