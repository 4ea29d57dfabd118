import type { StatusOverview } from '@konnekt/shared/status/status.contract';
import { IconChecks, IconPencil, IconUserCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/format.ts';
import { type PhaseName, phaseAddress, phaseNames, phaseOf, type Shown } from './phase-address.ts';
import classes from './phase-cards.module.css';

const icons = { toFill: IconPencil, toApprove: IconUserCheck, toFinalise: IconChecks };

/** The three counts, by the words that clients know and by ours. Each is the way to its list. */
export function PhaseCards(props: {
  counts: Pick<StatusOverview, PhaseName>;
  shown: Shown;
  isOffice: boolean;
  /** The phase whose list is on this screen. */
  current?: string | undefined;
}) {
  const { t } = useTranslation('status');
  const format = useFormat();
  return (
    <nav aria-label={t('phases')} className={classes.cards}>
      {phaseNames.map((name) => {
        const Icon = icons[name];
        return (
          <Link
            key={name}
            to={phaseAddress(phaseOf[name], props.shown, props.isOffice)}
            state={{ keepFocus: true }}
            className={classes.card}
            aria-current={props.current === phaseOf[name] ? 'true' : undefined}
          >
            <span className={classes.count}>{format.count(props.counts[name])}</span>
            <span className={classes.words}>
              <strong>
                <Icon size={18} stroke={1.75} aria-hidden /> {t(name)}
              </strong>
              <span>{t(`${name}Text`)}</span>
            </span>
          </Link>
        );
      })}
    </nav>
  );
}
