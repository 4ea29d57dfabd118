import type { Colleagues, Substitute } from '@konnekt/shared/colleagues/colleague.contract';
import { IconUserShare } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { BoundChecks, BoundDay, BoundSelect } from '../../kit/form/bound-fields.tsx';
import { RecordForm } from '../../kit/form/record-form.tsx';
import { missing, saveTyped } from '../../kit/form/typed-values.ts';
import { useFieldName } from '../../kit/form/use-field-name.ts';
import { useRecordForm } from '../../kit/form/use-record-form.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import layout from '../../ui/form-layout.module.css';
import { Panel } from '../../ui/panel.tsx';
import { toastProblem } from '../../ui/toast.tsx';
import { type NewSubstitute, useEndSubstitute, useNameSubstitute } from './colleague-queries.ts';
import classes from './colleagues-page.module.css';
import { useToday } from './use-today.ts';

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
  const { t } = useTranslation('colleagues');
  const today = useToday();
  const nameOf = useFieldName('colleagues');
  const name = useNameSubstitute();
  const [stored] = useState<NewSubstitute>(() => ({
    personId: '',
    organisationIds: organisations.map(({ id }) => id),
    validFrom: today,
    validUntil: '',
  }));
  const form = useRecordForm<NewSubstitute, Colleagues>({
    stored,
    save: (body) => saveTyped({ body, problems: missing(body) }, name.mutateAsync),
    formOf: () => stored,
  });
  return (
    <div className={classes.form}>
      <h3 className={classes.sub}>{t('substitute.form')}</h3>
      <RecordForm form={form} isNew nameOf={nameOf} submit={t('substitute.submit')} saved={t('substitute.named')}>
        <BoundSelect
          name="personId"
          label={t('substitute.who')}
          options={[
            { value: '', label: t('substitute.choose') },
            ...colleagues.map((one) => ({ value: one.personId, label: one.name })),
          ]}
        />
        <div className={layout.fields}>
          <BoundDay name="validFrom" label={t('field.validFrom')} min={today} />
          <BoundDay name="validUntil" label={t('field.validUntil')} min={form.values.validFrom || today} />
        </div>
        {organisations.length > 1 && (
          <BoundChecks
            name="organisationIds"
            label={t('substitute.where')}
            options={organisations.map(({ id, name: label }) => ({ value: id, label }))}
          />
        )}
      </RecordForm>
    </div>
  );
}
