import { IconChevronDown } from '@tabler/icons-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { Menu, menuItem } from '../ui/menu.tsx';
import classes from './header-menu.module.css';
import { isExact, type MenuEntry, type MenuGroup } from './menu.ts';
import { MenuCount } from './menu-count.tsx';

/** The same items as on the left, in the header, as many as fit; a group opens. */
export function HeaderMenu(props: { menu: MenuEntry[] }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const { list, fitting } = useFitting(props.menu.length);
  return (
    <nav aria-label={t('menu.header')} className={classes.nav}>
      <ul ref={list} className={classes.list}>
        {props.menu.map((entry, index) => (
          <li key={entry.text} className={index < fitting ? undefined : classes.gone}>
            {'items' in entry ? (
              <Group group={entry} />
            ) : (
              <NavLink to={entry.to} end={isExact(entry.to, pathname)} className={classes.item}>
                {t(entry.text)}
                {entry.counts && <MenuCount of={entry.counts} />}
              </NavLink>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** How many items stand on the first line: the others are wrapped below it, out of sight. */
function useFitting(count: number) {
  const list = useRef<HTMLUListElement>(null);
  const [fitting, setFitting] = useState(Number.POSITIVE_INFINITY);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other items are other elements to measure
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const measure = () => {
      const items = [...element.children] as HTMLElement[];
      const wrapped = items.findIndex(({ offsetTop }) => offsetTop > (items[0]?.offsetTop ?? 0));
      setFitting(wrapped < 0 ? items.length : wrapped);
    };
    const observer = new ResizeObserver(measure);
    for (const one of [element, ...element.children]) observer.observe(one);
    return () => observer.disconnect();
  }, [count]);
  return { list, fitting };
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
