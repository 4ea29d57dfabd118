import { type InvitableState, invitableStates } from '@konnekt/shared/accounts/account.words';
import type { Invitable, Invited } from '@konnekt/shared/employees/employee.schema';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { recordKeys } from '../../../kit/form/record-keys.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogActions } from '../../../ui/dialog.tsx';
import { CheckGroup } from '../../../ui/form-fields.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { toast, toastProblem } from '../../../ui/toast.tsx';

interface Acts {
  /** How many of the list stand how with their account. */
  count: (signal: AbortSignal) => Promise<Invitable>;
  /** Mails a link to whoever of the list stands so; answers how many that were, and how many have to wait. */
  invite: (states: InvitableState[]) => Promise<Invited>;
}

/** Invites everybody of a list, narrowed down as it is, or sends their link again; after a question. */
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
  const { t } = useTranslation('people');
  const query = useQuery({
    queryKey: [...recordKeys.all, 'to-invite', listKey],
    queryFn: ({ signal }) => count(signal),
    staleTime: 0,
    // What was counted for the list before, or before the last invitation, is not what is chosen from.
    gcTime: 0,
  });
  return (
    <Dialog title={t('inviteMany.title')} onClose={onClose}>
      <Loaded query={query} skeleton={<Skeleton rows={3} />}>
        {(counts) => <Invite counts={counts} invite={invite} onClose={onClose} />}
      </Loaded>
    </Dialog>
  );
}

function Invite({ counts, invite, onClose }: Pick<Acts, 'invite'> & { counts: Invitable; onClose: () => void }) {
  const { t } = useTranslation(['people', 'office', 'common']);
  const format = useFormat();
  const queryClient = useQueryClient();
  const there = invitableStates.filter((state) => counts[state] > 0);
  // Whose link works needs no other one.
  const [chosen, setChosen] = useState<InvitableState[]>(() =>
    there.filter((state) => state !== 'invited' && state !== 'on-its-way'),
  );
  const total = chosen.reduce((sum, state) => sum + counts[state], 0);
  const act = useMutation({
    mutationFn: invite,
    onSuccess: async ({ invited, waiting }) => {
      if (invited > 0)
        toast({ tone: 'good', message: t('inviteMany.done', { count: invited, number: format.count(invited) }) });
      if (waiting === 0) onClose();
      await queryClient.invalidateQueries({ queryKey: recordKeys.all });
    },
    onError: toastProblem,
  });
  const closing = (
    <DialogActions>
      <Button variant="default" onClick={onClose}>
        {t('common:action.close')}
      </Button>
    </DialogActions>
  );
  // What was left for later is said until it is read.
  if (act.data && act.data.waiting > 0) {
    const { waiting } = act.data;
    return (
      <>
        <Notice tone="warn" role="alert">
          {t('inviteMany.waiting', { count: waiting, number: format.count(waiting) })}
        </Notice>
        {closing}
      </>
    );
  }
  if (there.length === 0)
    return (
      <>
        <p>{t('inviteMany.nobody')}</p>
        {closing}
      </>
    );
  return (
    <>
      <p>{t('inviteMany.text')}</p>
      <CheckGroup
        label={t('inviteMany.whom')}
        value={chosen}
        onChange={(values) => setChosen(there.filter((state) => values.includes(state)))}
        options={there.map((state) => ({
          value: state,
          label: `${t(`office:account.${state}`)} (${format.count(counts[state])})`,
        }))}
      />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t('common:action.cancel')}
        </Button>
        <Button loading={act.isPending} disabled={total === 0} onClick={() => act.mutate(chosen)}>
          {t('inviteMany.submit', { count: total, number: format.count(total) })}
        </Button>
      </DialogActions>
    </>
  );
}
