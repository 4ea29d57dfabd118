import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogActions } from '../../../ui/dialog.tsx';
import classes from './copy-dialog.module.css';
import type { CopyOver } from './copy-previous.ts';

/** Before hours are copied: over what is typed or beside it, and with which absences; those are copied only when they are ticked. */
export function CopyDialog(props: {
  title: string;
  /** How many fields hold something that would be replaced. */
  replaced: number;
  absences: readonly { id: string; name: string }[];
  children?: ReactNode;
  onClose: () => void;
  onCopy: (over: CopyOver, absences: ReadonlySet<string>) => void;
}) {
  const { t } = useTranslation('dialogs');
  const { replaced, absences, onCopy } = props;
  const [wanted, setWanted] = useState<ReadonlySet<string>>(new Set());
  function tick(id: string, isWanted: boolean) {
    const others = [...wanted].filter((one) => one !== id);
    setWanted(new Set(isWanted ? [...others, id] : others));
  }
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      {replaced > 0 && <p>{t('copy.askText', { count: replaced })}</p>}
      {absences.length > 0 && (
        <fieldset className={classes.absences}>
          <legend>{t('copy.absences')}</legend>
          {absences.map(({ id, name }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={wanted.has(id)}
                onChange={({ currentTarget }) => tick(id, currentTarget.checked)}
              />
              {name}
            </label>
          ))}
          <p>{t('copy.absencesText')}</p>
        </fieldset>
      )}
      <DialogActions>
        {replaced > 0 && (
          <Button variant="default" onClick={() => onCopy('all', wanted)}>
            {t('copy.replace')}
          </Button>
        )}
        <Button data-autofocus onClick={() => onCopy('empty', wanted)}>
          {t(replaced > 0 ? 'copy.fill' : 'copy.go')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
