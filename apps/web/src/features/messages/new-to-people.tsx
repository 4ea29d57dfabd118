import type { Receiver } from '@konnekt/shared/messages/message.contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { keep, readKept } from '../../kit/storage/account-storage.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { toast } from '../../ui/toast.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { type AskedAbout, aboutIdOf, useAskedAbout } from './asked-about.ts';
import { NewMessageForm, type Written } from './new-message-form.tsx';
import { receiversQuery, useBegin, useSendToMany } from './parts/message-queries.ts';
import { type Chosen, isNobody, nobody, Receivers } from './receivers.tsx';
import { newName } from './use-message-draft.ts';

interface To {
  chosen: Chosen;
  person?: Receiver;
}

/** Of the office: to one person, who may be asked about their organisation's business, or to many, of whom each gets a thread of their own. */
export function NewToPeople() {
  const { t } = useTranslation('messages');
  const format = useFormat();
  const { accountId } = useMe();
  const keptAs = `message-receivers.${newName(aboutIdOf(useAskedAbout()))}`;
  // Beside what is being written: after a reload it still goes to whom it was for.
  const [{ chosen, person }, setTo] = useState<To>(
    () => readKept<To>(localStorage, accountId, keptAs) ?? { chosen: nobody },
  );
  const changeTo = (to: To) => {
    setTo(to);
    keep(localStorage, accountId, keptAs, to.person || !isNobody(to.chosen) ? to : undefined);
  };
  const isSent = () => keep(localStorage, accountId, keptAs, undefined);
  const [asks, setAsks] = useState<{ written: Written; answer: (isSure: boolean) => void }>();
  const begin = useBegin();
  const many = useSendToMany();
  const query = useQuery(
    receiversQuery({
      ...(chosen.role && chosen.role !== 'all' && { role: chosen.role }),
      ...(chosen.organisationId && { organisationId: chosen.organisationId }),
      ...(useSettled(chosen.q) && { q: chosen.q }),
    }),
  );
  const found = isNobody(chosen) ? undefined : query.data;
  const total = person ? 1 : (found?.total ?? 0);
  const one = person ?? (found?.total === 1 ? found.items[0] : undefined);

  const toOne = async ({ personId, role }: Receiver, written: Written, about: AskedAbout) => {
    const organisationId =
      role === 'supervisor' && !about.worksheetId && !about.invoiceId ? chosen.organisationId || null : null;
    const thread = await begin.mutateAsync({ ...written, ...about, personId, organisationId });
    isSent();
    return paths.thread(thread.id);
  };
  const toMany = async (written: Written) => {
    const isSure = await new Promise<boolean>((answer) => setAsks({ written, answer }));
    setAsks(undefined);
    if (!isSure) return undefined;
    const receivers = {
      role: chosen.role === 'all' ? null : chosen.role || null,
      organisationId: chosen.organisationId || null,
      q: chosen.q,
      personIds: one ? [one.personId] : null,
    };
    const { total: sent } = await many.mutateAsync({ ...written, receivers, total });
    isSent();
    toast({ tone: 'good', message: t('many.sent', { count: sent, number: format.count(sent) }) });
    return paths.messages;
  };
  return (
    <NewMessageForm
      isReady={total > 0}
      onNotReady={() => toast({ tone: 'bad', message: t('many.noneChosen') })}
      isSending={begin.isPending || many.isPending}
      {...(total > 1 && { submitLabel: t('many.ask', { number: format.count(total) }) })}
      onSend={(written, about) => (one && canBeOne(one, chosen, about) ? toOne(one, written, about) : toMany(written))}
    >
      <Receivers
        chosen={chosen}
        onChoose={(next) => changeTo({ chosen: next })}
        person={person}
        onPerson={(next) => changeTo({ chosen, ...(next && { person: next }) })}
        found={query.data}
      />
      {asks && (
        <Dialog title={t('many.askTitle', { number: format.count(total) })} onClose={() => asks.answer(false)}>
          <p>
            {t('many.each')} {t('many.askText')}
          </p>
          <DialogActions>
            <Button variant="default" onClick={() => asks.answer(false)}>
              {t('begin.cancel')}
            </Button>
            <Button data-autofocus onClick={() => asks.answer(true)}>
              {t('write.send')}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </NewMessageForm>
  );
}

/** A supervisor is written to about an organisation; where none was said it is for them alone, as one of many. */
const canBeOne = ({ role }: Receiver, { organisationId }: Chosen, { worksheetId, invoiceId }: AskedAbout): boolean =>
  role === 'employee' || Boolean(organisationId || worksheetId || invoiceId);
