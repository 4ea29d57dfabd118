import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog.tsx';
import { TickBox } from '../../ui/tick-box.tsx';
import classes from './keys-dialog.module.css';

/** The keys that work in the list, or on a worksheet's page. Those of the page can be turned off. */
export function KeysDialog(
  props: { onClose: () => void } & (
    | { place: 'list' }
    | { place: 'page'; isOn: boolean; onTurn: (on: boolean) => void }
  ),
) {
  const { t } = useTranslation('worksheets');
  const keys =
    props.place === 'list'
      ? ([
          [['↓', 'j', '↑', 'k'], t('keys.move')],
          [[t('keys.space'), 'x'], t('keys.tick')],
          [['Enter', 'o'], t('keys.open')],
          [['a'], t('keys.approve')],
          [['d'], t('keys.decline')],
          [['?'], t('keys.help')],
        ] as const)
      : ([
          [['j', 'k'], t('keys.pageMove')],
          [['a'], t('keys.pageApprove')],
          [['d'], t('keys.pageDecline')],
          [['x'], t('keys.tick')],
          [['?'], t('keys.help')],
        ] as const);
  return (
    <Dialog onClose={props.onClose} title={t('keys.title')}>
      <p className={classes.text}>{t(props.place === 'list' ? 'keys.text' : 'keys.pageText')}</p>
      <dl className={classes.keys}>
        {keys.map(([names, meaning]) => (
          <Fragment key={meaning}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </Fragment>
        ))}
      </dl>
      {props.place === 'list' ? (
        <p className={classes.text}>{t('keys.range')}</p>
      ) : (
        <p className={classes.turn}>
          <TickBox state={props.isOn ? 'all' : 'none'} label={t('keys.isOn')} onTick={props.onTurn} />
          <span aria-hidden>{t('keys.isOn')}</span>
        </p>
      )}
    </Dialog>
  );
}
