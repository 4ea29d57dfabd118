import { auditActions, auditSubjects } from '@konnekt/shared/audit/audit.actions';
import { isCalendarDay } from '@konnekt/shared/basics/calendar-day';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Address } from '../../kit/address/use-address.ts';
import { DayField } from '../../kit/form/day-field.tsx';
import { ChoiceFilter } from '../../kit/list/choice-filter.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import classes from './audit-page.module.css';

/** What happened, to what, from when until when, and by whom. */
export function AuditFilter({ address, actorName }: { address: Address; actorName: string | undefined }) {
  const { t } = useTranslation('audit');
  const { read, write } = address;
  return (
    <>
      <ChoiceFilter
        address={address}
        name="action"
        label={t('page.action')}
        all={t('page.allActions')}
        words={auditActions}
        labelOf={(word) => t(`actionName.${word}`)}
      />
      <ChoiceFilter
        address={address}
        name="kind"
        label={t('page.subject')}
        all={t('page.allSubjects')}
        words={auditSubjects}
        labelOf={(word) => t(`subjectName.${word}`)}
      />
      <FilterDay label={t('page.from')} value={read('from')} onChange={(from) => write({ from })} />
      <FilterDay label={t('page.until')} value={read('until')} onChange={(until) => write({ until })} />
      {actorName && (
        <span className={classes.chip}>
          {t('page.onlyBy', { name: actorName })}
          <IconButton icon={IconX} label={t('page.everybody')} onClick={() => write({ by: '' })} />
        </span>
      )}
    </>
  );
}

/** A day on one line with its name; the list follows once it is whole. */
function FilterDay(props: { label: string; value: string; onChange: (day: string) => void }) {
  const [typed, setTyped] = useState<string>();
  return (
    <span className={classes.day}>
      <DayField
        label={props.label}
        value={typed ?? props.value}
        onChange={setTyped}
        onDone={(day) => {
          if (day !== '' && !isCalendarDay(day)) return;
          setTyped(undefined);
          if (day !== props.value) props.onChange(day);
        }}
      />
    </span>
  );
}
