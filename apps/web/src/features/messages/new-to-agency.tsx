import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session-queries.ts';
import { paths } from '../../kit/address/paths.ts';
import { keep, readKept } from '../../kit/storage/account-storage.ts';
import { SelectInput } from '../../ui/form-fields.tsx';
import { Panel } from '../../ui/panel.tsx';
import { homeQuery } from '../worksheets/parts/worksheet-queries.ts';
import { aboutIdOf, useAskedAbout } from './asked-about.ts';
import { NewMessageForm } from './new-message-form.tsx';
import { useBegin } from './parts/message-queries.ts';

const keptAs = 'message-organisation';

/** To the agency. A supervisor says for which organisation, where hours or an invoice do not say it already. */
export function NewToAgency() {
  const { t } = useTranslation('messages');
  const { role, accountId } = useMe();
  const { data: home } = useQuery(homeQuery);
  const organisations = home?.supervisor?.organisations ?? [];
  // Beside what is being written: after a reload it is still for the same one.
  const [kept, setKept] = useState(() => readKept<string>(localStorage, accountId, keptAs) ?? '');
  const chosen = organisations.some(({ id }) => id === kept) ? kept : '';
  const choose = (id: string) => {
    setKept(id);
    keep(localStorage, accountId, keptAs, id || undefined);
  };
  const [isMissing, setIsMissing] = useState(false);
  const begin = useBegin();
  const saysItself = aboutIdOf(useAskedAbout()) !== null;
  const asks = role === 'supervisor' && !saysItself && organisations.length > 1;
  const organisationId = saysItself ? null : asks ? chosen || null : (organisations[0]?.id ?? null);
  return (
    <NewMessageForm
      isReady={!asks || chosen !== ''}
      onNotReady={() => setIsMissing(true)}
      isSending={begin.isPending}
      onSend={async (written, about) => {
        const { id } = await begin.mutateAsync({ ...written, ...about, organisationId });
        if (asks) choose('');
        return paths.thread(id);
      }}
    >
      {asks && (
        <Panel title={t('begin.about')}>
          <SelectInput
            label={t('begin.organisation')}
            description={t('begin.organisationHint')}
            error={isMissing && chosen === '' && t('begin.organisationMissing')}
            value={chosen}
            onChange={({ currentTarget }) => choose(currentTarget.value)}
            options={[
              { value: '', label: t('begin.chooseOrganisation') },
              ...organisations.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </Panel>
      )}
    </NewMessageForm>
  );
}
