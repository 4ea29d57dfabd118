import type { Registration, RegistrationRow } from '@konnekt/shared/registration/registration.contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { absencesIn } from '../hours/parts/copy-previous.ts';
import { CopyDialog } from '../hours/parts/dialogs.tsx';
import type { TypedSheet } from '../hours/parts/sheet.ts';
import { allows, organisationRules } from './client-rules.tsx';
import classes from './entry.module.css';
import { agreedInto, copiedInto } from './fill-hours.ts';

/** For a sheet that holds nothing yet: the period before, or what was agreed. */
export function FillFrom(props: {
  registration: Registration;
  row: RegistrationRow;
  typed: TypedSheet;
  onFill: (typed: TypedSheet) => void;
}) {
  const { t } = useTranslation('registration');
  const format = useFormat();
  const { registration, row, typed, onFill } = props;
  const [asks, setAsks] = useState(false);
  const { period } = registration;
  const client = organisationRules(registration, row.placement.organisationId);
  const hourTypes = registration.hourTypes.filter(({ id }) => allows(client, id));
  const absences = hourTypes.filter(({ id }) => absencesIn({ lines: row.previousLines, hourTypes }).includes(id));

  function copy(wanted: ReadonlySet<string>) {
    setAsks(false);
    onFill(copiedInto(typed, row, { period, hourTypes, absences: wanted }, format.language));
  }

  if (row.previousLines.length === 0 && row.plannedMinutes === 0) return null;
  return (
    <div className={classes.from}>
      {row.previousLines.length > 0 && (
        <Button variant="default" size="xs" onClick={() => (absences.length > 0 ? setAsks(true) : copy(new Set()))}>
          {t(`entry.asLast.${period.type}`)}
        </Button>
      )}
      {row.plannedMinutes > 0 && (
        <Button
          variant="default"
          size="xs"
          onClick={() => onFill(agreedInto(typed, row.plannedMinutes, hourTypes, format.language))}
        >
          {t('entry.asAgreed', { hours: format.hours(row.plannedMinutes) })}
        </Button>
      )}
      {asks && (
        <CopyDialog
          title={t(`entry.asLast.${period.type}`)}
          replaced={0}
          absences={absences.map((type) => ({
            id: type.id,
            name: format.nameOf(type),
          }))}
          onClose={() => setAsks(false)}
          onCopy={(_, wanted) => copy(wanted)}
        />
      )}
    </div>
  );
}
