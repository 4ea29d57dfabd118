import { longest } from '@konnekt/shared/basics/text-rules';
import type { Receiver } from '@konnekt/shared/messages/message.contract';
import { type ReceiverRole, receiverRoles } from '@konnekt/shared/messages/message.words';
import { IconUser } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { SelectInput } from '../../ui/form-fields.tsx';
import layout from '../../ui/form-layout.module.css';
import { Panel } from '../../ui/panel.tsx';
import { organisationsQuery } from '../organisations/parts/organisation-queries.ts';
import classes from './parts/messages.module.css';

export interface Chosen {
  /** `all` was said; nothing says nobody, as long as the rest says nothing either. */
  role: ReceiverRole | 'all' | '';
  organisationId: string;
  q: string;
}

export const nobody: Chosen = { role: '', organisationId: '', q: '' };
export const isNobody = ({ role, organisationId, q }: Chosen): boolean =>
  role === '' && organisationId === '' && q.trim() === '';

/** To whom the office writes: a role, an organisation, words, or one of those found. How many they are stands there before anything is sent. */
export function Receivers(props: {
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
  person: Receiver | undefined;
  onPerson: (person: Receiver | undefined) => void;
  found: { items: Receiver[]; total: number } | undefined;
}) {
  const { t } = useTranslation('messages');
  const { chosen, onChoose, person, onPerson, found } = props;
  const { data: organisations } = useQuery(organisationsQuery);
  const choose = (change: Partial<Chosen>) => onChoose({ ...chosen, ...change });
  const roleText = { employee: t('many.employees'), supervisor: t('many.supervisors') };
  return (
    <Panel title={t('many.title')}>
      <div className={layout.row}>
        <SelectInput
          label={t('many.role')}
          value={chosen.role}
          onChange={({ currentTarget }) =>
            choose({ role: receiverChoices.find((role) => role === currentTarget.value) ?? '' })
          }
          options={[
            { value: '', label: t('many.choose') },
            { value: 'all', label: t('many.anyRole') },
            ...receiverRoles.map((role) => ({ value: role, label: roleText[role] })),
          ]}
        />
        <SelectInput
          label={t('many.organisation')}
          value={chosen.organisationId}
          onChange={({ currentTarget }) => choose({ organisationId: currentTarget.value })}
          options={[
            { value: '', label: t('many.anyOrganisation') },
            ...(organisations?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <TextField
          label={t('many.search')}
          value={chosen.q}
          maxLength={longest.search}
          onChange={({ currentTarget }) => choose({ q: currentTarget.value })}
        />
      </div>
      {person ? (
        <p className={`${classes.found} ${classes.send}`}>
          <strong>{t('many.chosen', { name: person.name })}</strong>
          <Button variant="default" size="xs" onClick={() => onPerson(undefined)}>
            {t('many.change')}
          </Button>
        </p>
      ) : (
        <Found found={found} isNobody={isNobody(chosen)} onPerson={onPerson} />
      )}
    </Panel>
  );
}

function Found(props: {
  found: { items: Receiver[]; total: number } | undefined;
  isNobody: boolean;
  onPerson: (person: Receiver) => void;
}) {
  const { t } = useTranslation('messages');
  const format = useFormat();
  const { items = [], total = 0 } = props.found ?? {};
  const rest = total - items.length;
  return (
    <div aria-live="polite" className={classes.found}>
      <p>
        <strong className="figures">
          {props.isNobody && t('many.noneChosen')}
          {!props.isNobody &&
            (total === 0 ? t('many.none') : t('many.count', { count: total, number: format.count(total) }))}
        </strong>{' '}
        {!props.isNobody && total > 1 && <span className={classes.quiet}>{t('many.each')}</span>}
      </p>
      <ul className={classes.receivers}>
        {items.map((one) => (
          <li key={one.personId}>
            <Button
              variant="default"
              size="xs"
              leftSection={<IconUser size={15} stroke={1.8} aria-hidden />}
              title={one.detail ?? undefined}
              aria-label={t('many.only', { name: one.name })}
              onClick={() => props.onPerson(one)}
            >
              {one.name}
            </Button>
          </li>
        ))}
        {rest > 0 && <li className={classes.quiet}>{t('many.more', { count: rest, number: format.count(rest) })}</li>}
      </ul>
    </div>
  );
}

const receiverChoices = ['all', ...receiverRoles] as const;
