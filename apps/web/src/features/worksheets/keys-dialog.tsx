import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog.tsx';
import classes from './keys-dialog.module.css';

/** The keys that work in the list. */
export function KeysDialog(props: { onClose: () => void }) {
  const { t } = useTranslation('worksheets');
  const keys = [
    [['↓', 'j', '↑', 'k'], t('keys.move')],
    [[t('keys.space'), 'x'], t('keys.tick')],
    [['Enter', 'o'], t('keys.open')],
    [['a'], t('keys.approve')],
    [['d'], t('keys.decline')],
    [['?'], t('keys.help')],
  ] as const;
  return (
    <Dialog onClose={props.onClose} title={t('keys.title')}>
      <p className={classes.text}>{t('keys.text')}</p>
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
      <p className={classes.text}>{t('keys.range')}</p>
    </Dialog>
  );
}
