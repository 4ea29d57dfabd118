import { auditActions, auditSubjects } from '@konnekt/shared/audit/audit.actions';
import { IconX } from '@tabler/icons-react';
import { useCallback, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Address } from '../../kit/address/use-address.ts';
import { SearchField } from '../../kit/list/search-field.tsx';
import field from '../../ui/field.module.css';
import { SelectField } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import classes from './audit-page.module.css';

export const noAuditFilter = { q: '', by: '', action: '', kind: '', from: '', until: '' };

/** Search, what happened, to what, from when until when, and by whom. */
export function AuditFilter(props: Address & { actorName: string | undefined }) {
  const { t } = useTranslation('audit');
  const { read, write, rewrite } = props;
  const search = useCallback((q: string) => rewrite({ q }), [rewrite]);
  return (
    <search className={classes.filter}>
      <div className={classes.search}>
        <SearchField label={t('page.search')} hint={t('page.searchHint')} value={read('q')} onChange={search} />
      </div>
      <SelectField
        label={t('page.action')}
        value={read('action')}
        onChange={(action) => write({ action })}
        options={[
          { value: '', label: t('page.allActions') },
          ...auditActions.map((value) => ({ value, label: t(`actionName.${value}`) })),
        ]}
      />
      <SelectField
        label={t('page.subject')}
        value={read('kind')}
        onChange={(kind) => write({ kind })}
        options={[
          { value: '', label: t('page.allSubjects') },
          ...auditSubjects.map((value) => ({ value, label: t(`subjectName.${value}`) })),
        ]}
      />
      <DayField label={t('page.from')} value={read('from')} onChange={(from) => write({ from })} />
      <DayField label={t('page.until')} value={read('until')} onChange={(until) => write({ until })} />
      {props.actorName && (
        <span className={classes.chip}>
          {t('page.onlyBy', { name: props.actorName })}
          <IconButton icon={IconX} label={t('page.everybody')} onClick={() => write({ by: '' })} />
        </span>
      )}
    </search>
  );
}

/** A day on one line with its name. */
function DayField(props: { label: string; value: string; onChange: (day: string) => void }) {
  const id = useId();
  return (
    <span className={classes.day}>
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        type="date"
        className={field.input}
        min="2000-01-01"
        max="2100-12-31"
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
    </span>
  );
}
