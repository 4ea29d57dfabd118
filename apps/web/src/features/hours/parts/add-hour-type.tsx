import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Menu, menuItem } from '../../../ui/menu.tsx';
import classes from './add-hour-type.module.css';
import { useEntryFields } from './entry-fields.ts';

/** Chooses an hour type to add a row of. `leaveOut` are those that are there already. */
export function AddHourType(props: {
  leaveOut: ReadonlySet<string>;
  /** The day it is for, said to those who cannot see its place. */
  day?: string;
  onAdd: (hourTypeId: string) => void;
}) {
  const { t } = useTranslation('week');
  const { entry, nameOf } = useEntryFields();
  const choices = entry.hourTypes.filter(({ id }) => !props.leaveOut.has(id));
  if (choices.length === 0) return null;
  return (
    <Menu
      buttonClass={classes.button}
      button={
        <>
          <IconPlus size={15} stroke={2} aria-hidden /> {t('addHourType')}{' '}
          {props.day && <span className="unseen">{t('onDay', { day: props.day })}</span>}
        </>
      }
    >
      {choices.map(({ id }) => (
        <button key={id} type="button" className={menuItem} onClick={() => props.onAdd(id)}>
          {nameOf(id)}
        </button>
      ))}
    </Menu>
  );
}
