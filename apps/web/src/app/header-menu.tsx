import { IconChevronDown } from '@tabler/icons-react';
import { Fragment, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { Menu, menuItem, menuLabel } from '../ui/menu.tsx';
import classes from './header-menu.module.css';
import { isExact, type MenuEntry } from './menu.ts';
import { MenuCount } from './menu-count.tsx';

/** The same items as on the left, in the header; a group opens, and so do those together that have no room. */
export function HeaderMenu(props: { menu: MenuEntry[] }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const { list, fitting } = useFitting(props.menu.length);
  const others = props.menu.slice(fitting);
  return (
    <nav aria-label={t('menu.header')} className={classes.nav}>
      <ul ref={list} className={classes.list}>
        {props.menu.map((entry, index) => (
          <li key={entry.text} className={index < fitting ? undefined : classes.gone}>
            {'items' in entry ? (
              <Group text={entry.text} entries={entry.items} />
            ) : (
              <NavLink to={entry.to} end={isExact(entry.to, pathname)} className={classes.item}>
                {t(entry.text)}
                {entry.counts && <MenuCount of={entry.counts} />}
              </NavLink>
            )}
          </li>
        ))}
        <li className={others.length > 0 ? undefined : classes.gone}>
          <Group text="menu.more" entries={others} />
        </li>
      </ul>
    </nav>
  );
}

/** How many items have room: where not all of them do, beside what holds the others. Those without are out of sight, and have their width. */
function useFitting(count: number) {
  const list = useRef<HTMLUListElement>(null);
  const [fitting, setFitting] = useState(Number.POSITIVE_INFINITY);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const measure = () => {
      const widths = [...element.children].map((one) => one.getBoundingClientRect().width + gap);
      const more = widths.pop() ?? 0;
      const room = element.clientWidth + gap;
      const upTo = (n: number) => widths.slice(0, n).reduce((sum, width) => sum + width, 0);
      const some = widths.findLastIndex((_, n) => upTo(n) + more <= room);
      setFitting(upTo(count) <= room ? count : Math.max(some, 0));
    };
    const observer = new ResizeObserver(measure);
    for (const one of [element, ...element.children]) observer.observe(one);
    return () => observer.disconnect();
  }, [count]);
  return { list, fitting };
}

/** Between two items, in pixels. */
const gap = 2;

function Group({ text, entries }: { text: MenuEntry['text']; entries: readonly MenuEntry[] }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const isHere = itemsOf(entries).some(({ to }) => pathname.startsWith(to));
  return (
    <Menu
      buttonClass={classes.item}
      isHere={isHere}
      button={
        <>
          {t(text)}
          <IconChevronDown size={14} stroke={2} aria-hidden />
        </>
      }
    >
      {entries.map((entry) => (
        <Fragment key={entry.text}>
          {'items' in entry && <div className={menuLabel}>{t(entry.text)}</div>}
          {itemsOf([entry]).map(({ to, text, icon: Icon, counts }) => (
            <NavLink key={to} to={to} end={isExact(to, pathname)} className={menuItem}>
              <Icon size={16} stroke={1.75} aria-hidden />
              {t(text)}
              {counts && <MenuCount of={counts} />}
            </NavLink>
          ))}
        </Fragment>
      ))}
    </Menu>
  );
}

const itemsOf = (entries: readonly MenuEntry[]) =>
  entries.flatMap((entry) => ('items' in entry ? entry.items : [entry]));
