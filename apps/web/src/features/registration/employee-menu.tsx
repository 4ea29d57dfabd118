import type { Registration } from '@konnekt/shared/registration/registration.contract';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../../kit/address/paths.ts';
import { Menu, menuItem } from '../../ui/menu.tsx';
import classes from './entry.module.css';
import { RegistrationStateBadge } from './registration-state.tsx';

/** Behind the name: the other employees of the period, to go on with. What was typed stays on the device. */
export function EmployeeMenu(props: {
  registration: Registration;
  current: string;
  organisationId: string | undefined;
}) {
  const { t } = useTranslation('registration');
  const { registration, current, organisationId } = props;
  const open = registration.rows.filter(({ closed }) => closed === null);
  return (
    <Menu
      buttonClass={classes.others}
      button={
        <>
          <IconChevronDown size={20} stroke={2} aria-hidden />
          <span className="unseen">{t('entry.other')}</span>
        </>
      }
    >
      <ul className={classes.people}>
        {open.map((row) => (
          <li key={row.placement.id}>
            <Link
              className={menuItem}
              to={paths.registerFor(row.placement.id, { period: registration.period, organisationId })}
              state={{ keepFocus: true, fill: true }}
              aria-current={row.placement.id === current ? 'page' : undefined}
            >
              <span className={classes.person}>{row.placement.employeeName}</span>
              <RegistrationStateBadge row={row} />
            </Link>
          </li>
        ))}
      </ul>
    </Menu>
  );
}
