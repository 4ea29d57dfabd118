import type { Registration } from '@konnekt/shared/registration/registration.contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Menu } from '../../ui/menu.tsx';
import { toast } from '../../ui/toast.tsx';
import { CopyDialog } from '../hours/parts/dialogs.tsx';
import { MenuChoice } from '../hours/parts/menu-choice.tsx';
import classes from './registration-grid.module.css';
import type { useGrid } from './use-grid.ts';

/** Above the grid: which columns, copy last period, all hour types, and a step back or forth. */
export function GridTools(props: {
  registration: Registration;
  grid: ReturnType<typeof useGrid>;
  types: readonly { id: string; code: string; name: string }[];
  /** Code of the hour type whose days are shown. */
  days: string | undefined;
  onDays: (code: string) => void;
  hasAllTypes: boolean;
  showTypes: (ids: readonly string[]) => void;
}) {
  const { t } = useTranslation('registration');
  const { registration, grid, types, days, showTypes } = props;
  const [absences, setAbsences] = useState<readonly string[]>([]);

  function copy(absences: ReadonlySet<string>) {
    setAbsences([]);
    const count = grid.copyPrevious(absences);
    toast({ tone: 'good', message: count > 0 ? t('grid.copied', { count }) : t('grid.copiedNone') });
  }

  return (
    <div className={classes.tools}>
      <SelectField
        label={t('grid.columns')}
        value={days ?? ''}
        onChange={props.onDays}
        options={[
          { value: '', label: t(`grid.byTypes.${registration.period.type}`) },
          {
            group: t('grid.byDays'),
            options: types.map(({ code, name }) => ({ value: code, label: t('grid.daysOf', { hourType: name }) })),
          },
        ]}
      />
      <Menu button={t('grid.copy')}>
        <MenuChoice
          name={t('grid.copyRows')}
          text={t('grid.copyRowsText')}
          onClick={() =>
            showTypes(registration.rows.flatMap((row) => row.previousLines.map((line) => line.hourTypeId)))
          }
        />
        <MenuChoice
          name={t('grid.copyHours')}
          text={t('grid.copyHoursText')}
          onClick={() => {
            const found = grid.absences();
            if (found.length > 0) setAbsences(found);
            else copy(new Set());
          }}
        />
        <MenuChoice
          name={t('grid.asAgreed')}
          text={t('grid.asAgreedText')}
          onClick={() => {
            const count = grid.fillAsAgreed();
            toast({ tone: 'good', message: count > 0 ? t('grid.agreed', { count }) : t('grid.copiedNone') });
          }}
        />
      </Menu>
      {absences.length > 0 && (
        <CopyDialog
          title={t('grid.copy')}
          replaced={0}
          absences={types.filter(({ id }) => absences.includes(id))}
          onClose={() => setAbsences([])}
          onCopy={(_, wanted) => copy(wanted)}
        />
      )}
      {!props.hasAllTypes && (
        <Button variant="default" onClick={() => showTypes(types.map(({ id }) => id))}>
          {t('grid.allTypes')}
        </Button>
      )}
      <Button variant="default" disabled={!grid.canUndo} onClick={grid.undo}>
        {t('grid.undo')}
      </Button>
      <Button variant="default" disabled={!grid.canRedo} onClick={grid.redo}>
        {t('grid.redo')}
      </Button>
      <a href="#grid-acts" className="unseen">
        {t('grid.skip')}
      </a>
    </div>
  );
}
