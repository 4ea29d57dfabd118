import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { Menu, menuItem } from '../ui/menu.tsx';
import classes from './header-menu.module.css';
import { isExact, type MenuEntry, type MenuGroup } from './menu.ts';

/** The same items as on the left, in the header; a group opens. */
export function HeaderMenu(props: { menu: MenuEntry[] }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <nav aria-label={t('menu.header')} className={classes.nav}>
      <ul className={classes.list}>
        {props.menu.map((entry) => (
          <li key={entry.text}>
            {'items' in entry ? (
              <Group group={entry} />
            ) : (
              <NavLink to={entry.to} end={isExact(entry.to, pathname)} className={classes.item}>
                {t(entry.text)}
              </NavLink>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Group({ group }: { group: MenuGroup }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const isHere = group.items.some(({ to }) => pathname.startsWith(to));
  return (
    <Menu
      buttonClass={classes.item}
      isHere={isHere}
      button={
        <>
          {t(group.text)}
          <IconChevronDown size={14} stroke={2} aria-hidden />
        </>
      }
    >
      {group.items.map(({ to, text, icon: Icon }) => (
        <NavLink key={to} to={to} className={menuItem}>
          <Icon size={16} stroke={1.75} aria-hidden />
          {t(text)}
        </NavLink>
      ))}
    </Menu>
  );
}
