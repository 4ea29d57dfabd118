import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { isExact, type MenuEntry, type MenuItem } from './menu.ts';
import { MenuCount } from './menu-count.tsx';
import classes from './side-menu.module.css';

/** The menu on the left; on a phone it is in the drawer. */
export function SideMenu(props: { menu: MenuEntry[]; label: string }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={props.label}>
      <ul className={classes.list}>
        {props.menu.map((entry) =>
          'items' in entry ? (
            <li key={entry.text}>
              <span className={classes.group} id={`menu-${entry.text}`}>
                {t(entry.text)}
              </span>
              <ul className={classes.list} aria-labelledby={`menu-${entry.text}`}>
                {entry.items.map((item) => (
                  <Item key={item.to} item={item} />
                ))}
              </ul>
            </li>
          ) : (
            <Item key={entry.to} item={entry} />
          ),
        )}
      </ul>
    </nav>
  );
}

function Item({ item }: { item: MenuItem }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <li>
      <NavLink to={item.to} end={isExact(item.to, pathname)} className={classes.item}>
        <item.icon size={18} stroke={1.75} aria-hidden />
        {t(item.text)}
        {item.counts && <MenuCount of={item.counts} />}
      </NavLink>
    </li>
  );
}
