import type { Colleagues, Substitute } from '@konnekt/shared/colleagues/colleague.contract';
import { IconUserShare } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { TextField } from '../../ui/field.tsx';
import { CheckGroup, SelectInput } from '../../ui/form-fields.tsx';
import form from '../../ui/form-layout.module.css';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { toastProblem } from '../../ui/toast.tsx';
import { useEndSubstitute, useNameSubstitute } from './colleague-queries.ts';
import classes from './colleagues-page.module.css';
import { useToday } from './use-today.ts';
import { useWrongFields } from './use-wrong-fields.ts';

/** Who approves when one is away. */
export function Substitutes({ substitutes, colleagues, organisations }: Colleagues) {
  const { t } = useTranslation('colleagues');
  const approving = organisations.filter(({ mayApprove }) => mayApprove);
  // Who was only invited cannot log in yet.
  const candidates = colleagues.filter(({ status }) => status === 'active');
  return (
    <Panel title={t('substitute.title')} flush>
      {substitutes.length === 0 ? (
        <Empty icon={IconUserShare} title={t('substitute.empty')} small>
          {t('substitute.emptyText')}
        </Empty>
      ) : (
        <ul className={classes.list}>
          {substitutes.map((one) => (
            <SubstituteLine key={one.id} one={one} />
          ))}
        </ul>
      )}
      {candidates.length > 0 && approving.length > 0 && (
        <SubstituteForm colleagues={candidates} organisations={approving} />
      )}
    </Panel>
  );
}

function SubstituteLine({ one }: { one: Substitute }) {
  const { t } = useTranslation('colleagues');
  const format = useFormat();
  const end = useEndSubstitute();
  const words = { name: one.name, other: one.onBehalfOfName, organisation: one.organisationName };
  return (
    <li className={classes.line}>
      <span>
        {t(one.isMine ? 'substitute.mine' : 'substitute.forOther', words)}
        <span className={classes.quiet}>
          {t('list.between', { from: format.day(one.validFrom), until: format.day(one.validUntil) })}
        </span>
      </span>
      {one.isMine && (
        <Button
          variant="default"
          size="xs"
          loading={end.isPending}
          aria-label={t('substitute.endFor', words)}
          onClick={() => end.mutate(one, { onSuccess: () => announce(t('substitute.ended')), onError: toastProblem })}
        >
          {t('substitute.end')}
        </Button>
      )}
    </li>
  );
}

function SubstituteForm({ colleagues, organisations }: Pick<Colleagues, 'colleagues' | 'organisations'>) {
  const { t } = useTranslation(['colleagues', 'office']);
  const today = useToday();
  const name = useNameSubstitute();
  const wrong = useWrongFields(name.error);
  const [personId, setPersonId] = useState('');
  const [organisationIds, setOrganisationIds] = useState(organisations.map(({ id }) => id));
  const [validFrom, setValidFrom] = useState(today);
  const [validUntil, setValidUntil] = useState('');
  const [isIncomplete, setIsIncomplete] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isComplete = personId !== '' && validFrom !== '' && validUntil !== '' && organisationIds.length > 0;
    setIsIncomplete(!isComplete);
    if (!isComplete) return;
    name.mutate(
      { personId, organisationIds, validFrom, validUntil },
      {
        onSuccess: () => {
          announce(t('substitute.named'));
          setPersonId('');
          setValidUntil('');
        },
      },
    );
  };
  const missing = (value: string) => (isIncomplete && value === '' ? t('office:wrong.required') : undefined);
  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      <h3 className={classes.sub}>{t('substitute.form')}</h3>
      {wrong.whole && (
        <Notice tone="bad" role="alert">
          {wrong.whole}
        </Notice>
      )}
      <SelectInput
        label={t('substitute.who')}
        value={personId}
        error={missing(personId) ?? wrong.at('personId')}
        options={[
          { value: '', label: t('substitute.choose') },
          ...colleagues.map((one) => ({ value: one.personId, label: one.name })),
        ]}
        onChange={({ currentTarget }) => setPersonId(currentTarget.value)}
      />
      <div className={form.fields}>
        <TextField
          type="date"
          label={t('field.validFrom')}
          value={validFrom}
          min={today}
          error={missing(validFrom) ?? wrong.at('validFrom')}
          onChange={({ currentTarget }) => setValidFrom(currentTarget.value)}
        />
        <TextField
          type="date"
          label={t('field.validUntil')}
          value={validUntil}
          min={validFrom}
          error={missing(validUntil) ?? wrong.at('validUntil')}
          onChange={({ currentTarget }) => setValidUntil(currentTarget.value)}
        />
      </div>
      {organisations.length > 1 && (
        <CheckGroup
          label={t('substitute.where')}
          error={isIncomplete && organisationIds.length === 0 ? t('office:wrong.required') : undefined}
          options={organisations.map(({ id, name: label }) => ({ value: id, label }))}
          value={organisationIds}
          onChange={setOrganisationIds}
        />
      )}
      <div>
        <Button type="submit" loading={name.isPending}>
          {t('substitute.submit')}
        </Button>
      </div>
    </form>
  );
}
