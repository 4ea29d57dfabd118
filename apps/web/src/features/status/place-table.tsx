import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import hidden from '../../ui/hidden.module.css';
import { Panel } from '../../ui/panel.tsx';
import { type PhaseName, phaseAddress, phaseNames, phaseOf, type Shown, statusAddress } from './parts/phase-address.ts';
import classes from './place-table.module.css';

/** So many rows are shown at first: what waits longer is rarely asked for. */
const fewest = 8;

interface Place {
  name: string;
  shown: Shown;
  /** None where nothing is counted. */
  counts: Record<PhaseName, number | null>;
}

/** The three counts of each period or organisation; its name narrows the screen down to it. */
export function PlaceTable(props: { title: string; places: readonly Place[]; isOffice: boolean }) {
  const { t } = useTranslation('status');
  const format = useFormat();
  const [isWhole, setIsWhole] = useState(false);
  const places = isWhole || props.places.length <= fewest + 2 ? props.places : props.places.slice(0, fewest);
  return (
    <Panel title={props.title} flush>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className={hidden.hidden}>{props.title}</span>
            </th>
            {phaseNames.map((name) => (
              <th key={name} scope="col">
                {t(`${name}Short`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map(({ name, shown, counts }) => (
            <tr key={name}>
              <th scope="row">
                <Link to={statusAddress(shown)} state={{ keepFocus: true }} title={t('narrow', { of: name })}>
                  {name}
                </Link>
              </th>
              {phaseNames.map((phase) => {
                const count = counts[phase];
                if (count === null)
                  return (
                    <td key={phase} title={t('notCounted')}>
                      –
                    </td>
                  );
                return (
                  <td key={phase}>
                    {count === 0 ? (
                      <span className={classes.none}>0</span>
                    ) : (
                      <Link
                        to={phaseAddress(phaseOf[phase], shown, props.isOffice)}
                        aria-label={t('opens', { phase: t(phase), of: name, count })}
                      >
                        {format.count(count)}
                      </Link>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {places.length < props.places.length && (
        <div className={classes.all}>
          <Button variant="subtle" size="xs" onClick={() => setIsWhole(true)}>
            {t('showAll', { count: props.places.length })}
          </Button>
        </div>
      )}
    </Panel>
  );
}
