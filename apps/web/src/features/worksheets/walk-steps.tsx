import { mostCounted } from '@konnekt/shared/basics/most-counted';
import { IconArrowLeft, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../../kit/address/paths.ts';
import { announce } from '../../ui/announcer.tsx';
import { returning } from './parts/use-return.ts';
import { type useWalk, walking } from './use-walk.ts';
import classes from './worksheet-page.module.css';

/** Back to the list, and on to the worksheets before and after this one in it. */
export function WalkSteps(props: { along: ReturnType<typeof useWalk>; title: string | undefined }) {
  const { t } = useTranslation('worksheets');
  const { title } = props;
  const { walk, place } = props.along;
  const position = place && t(place.total >= mostCounted ? 'page.positionMany' : 'page.position', place);

  useEffect(() => {
    if (title && position) announce(`${title}, ${position}`);
  }, [title, position]);

  if (!walk || !place) return null;
  return (
    <nav className={classes.along} aria-label={t(backTo(walk.from))}>
      <Link to={walk.from} state={returning} className={classes.back}>
        <IconArrowLeft size={16} stroke={1.75} aria-hidden /> {t(backTo(walk.from))}
      </Link>
      <span className={classes.steps} hidden={place.total === 1}>
        <Step to={place.previous} label={t('page.previous')}>
          <IconChevronLeft size={18} stroke={1.75} aria-hidden />
        </Step>
        <span className="figures">{position}</span>
        <Step to={place.next} label={t('page.next')}>
          <IconChevronRight size={18} stroke={1.75} aria-hidden />
        </Step>
      </span>
    </nav>
  );
}

/** What the way back is called, by where it leads. */
function backTo(address: string) {
  if (address === paths.home) return 'page.backHome';
  return address.startsWith(paths.register) ? 'page.backToRegister' : 'page.back';
}

function Step(props: { to: string | undefined; label: string; children: React.ReactNode }) {
  if (props.to === undefined) {
    return (
      <span className={classes.step} aria-hidden data-off>
        {props.children}
      </span>
    );
  }
  return (
    <Link
      to={paths.worksheet(props.to)}
      {...walking}
      state={{ keepFocus: true }}
      className={classes.step}
      aria-label={props.label}
      title={props.label}
    >
      {props.children}
    </Link>
  );
}
