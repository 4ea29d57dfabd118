import { menuItem, menuText } from '../../../ui/menu.tsx';

/** A choice of a menu, with more about it below. */
export const MenuChoice = (props: { name: string; text: string; onClick: () => void }) => (
  <button type="button" className={menuItem} onClick={props.onClick}>
    <span>
      {props.name}
      <span className={menuText}>{props.text}</span>
    </span>
  </button>
);
