import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from 'react-router';
import layout from '../../ui/form-layout.module.css';

/** The way back to the list that a record is of. */
export const BackLink = (props: { to: string; children: string }) => (
  <Link to={props.to} className={layout.back}>
    <IconArrowLeft size={16} stroke={1.75} aria-hidden /> {props.children}
  </Link>
);
