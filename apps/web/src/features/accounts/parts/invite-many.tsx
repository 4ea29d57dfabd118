import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { recordKeys } from '../../../kit/form/record-keys.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogActions } from '../../../ui/dialog.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { toast, toastProblem } from '../../../ui/toast.tsx';

interface Acts {
  /** How many of the list were never invited. */
  count: (signal: AbortSignal) => Promise<number>;
  /** Invites them all; answers how many that were. */
  invite: () => Promise<number>;
}

/** Invites everybody of a list, narrowed down as it is, who has an e-mail address and was never invited; after a question. */
export function InviteMany(props: Acts & { listKey: object }) {
  const { t } = useTranslation('people');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setIsOpen(true)}>
        {t('inviteMany.open')}
      </Button>
      {isOpen && <InviteDialog {...props} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function InviteDialog({ count, invite, listKey, onClose }: Acts & { listKey: object; onClose: () => void }) {
  const { t } = useTranslation(['people', 'common']);
  const format = useFormat();
  const queryClient = useQueryClient();
  const query = useQuery({
    queryKey: [...recordKeys.all, 'to-invite', listKey],
    queryFn: ({ signal }) => count(signal),
    staleTime: 0,
  });
  const act = useMutation({
    mutationFn: invite,
    onSuccess: async (invited) => {
      onClose();
      toast({ tone: 'good', message: t('inviteMany.done', { count: invited, number: format.count(invited) }) });
      await queryClient.invalidateQueries({ queryKey: recordKeys.all });
    },
    onError: toastProblem,
  });
  return (
    <Dialog title={t('inviteMany.title')} onClose={onClose}>
      <Loaded query={query} skeleton={<Skeleton rows={2} />}>
        {(total) => (
          <>
            <p>
              {total === 0
                ? t('inviteMany.nobody')
                : t('inviteMany.text', { count: total, number: format.count(total) })}
            </p>
            <DialogActions>
              <Button variant="default" onClick={onClose}>
                {t(total === 0 ? 'common:action.close' : 'common:action.cancel')}
              </Button>
              {total > 0 && (
                <Button loading={act.isPending} onClick={() => act.mutate()}>
                  {t('inviteMany.submit', { count: total, number: format.count(total) })}
                </Button>
              )}
            </DialogActions>
          </>
        )}
      </Loaded>
    </Dialog>
  );
}
