import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session-queries.ts';
import { paths } from '../../kit/address/paths.ts';
import { idIn, useAddress } from '../../kit/address/use-address.ts';
import { SelectInput } from '../../ui/form-fields.tsx';
import { Panel } from '../../ui/panel.tsx';
import { homeQuery } from '../worksheets/parts/worksheet-queries.ts';
import { NewMessageForm } from './new-message-form.tsx';
import { useBegin } from './parts/message-queries.ts';

/** To the agency. A supervisor says for which organisation, where hours or an invoice do not say it already. */
export function NewToAgency() {
  const { t } = useTranslation('messages');
  const { role } = useMe();
  const address = useAddress();
  const { data: home } = useQuery(homeQuery);
  const organisations = home?.supervisor?.organisations ?? [];
  const [chosen, setChosen] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const begin = useBegin();
  const saysItself = idIn(address.read('worksheet')) !== undefined || idIn(address.read('invoice')) !== undefined;
  const asks = role === 'supervisor' && !saysItself && organisations.length > 1;
  const organisationId = saysItself ? null : asks ? chosen || null : (organisations[0]?.id ?? null);
  return (
    <NewMessageForm
      isReady={!asks || chosen !== ''}
      onNotReady={() => setIsMissing(true)}
      isSending={begin.isPending}
      onSend={async (written, about) =>
        paths.thread((await begin.mutateAsync({ ...written, ...about, organisationId })).id)
      }
    >
      {asks && (
        <Panel title={t('begin.about')}>
          <SelectInput
            label={t('begin.organisation')}
            description={t('begin.organisationHint')}
            error={isMissing && chosen === '' && t('begin.organisationMissing')}
            value={chosen}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
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
