import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { StandsOut } from '../worksheets/parts/stands-out.tsx';
import { GridWarnings } from './grid-note.tsx';
import classes from './registration-grid.module.css';
import type { GridRow } from './row-as-typed.ts';
import { isAskedAbout } from './standing-out.ts';

/** Is a row asked about, also where it goes out alone? As the form of one employee asks. */
export const isWorthALook = ({ standsOut, warnings, isUnchanged }: GridRow): boolean =>
  isUnchanged || warnings.length > 0 || isAskedAbout(standsOut);

/** Before hours of several go out: how many, and which of them deserve a look. */
export function AskToSend(props: { rows: readonly GridRow[]; hours: string; onClose: () => void; onSend: () => void }) {
  const { t } = useTranslation('registration');
  const { t: common } = useTranslation();
  const format = useFormat();
  const { rows, hours, onClose, onSend } = props;
  const outstanding = rows.filter((row) => isWorthALook(row) || (row.standsOut?.standsOut.length ?? 0) > 0);
  const isRisky = rows.some(isWorthALook);
  return (
    <Dialog title={t('grid.confirmTitle', { count: rows.length })} onClose={onClose}>
      <p>{t('grid.confirmText', { hours })}</p>
      {outstanding.length > 0 && (
        <div className={classes.outstanding}>
          <p>{t('grid.outstanding', { count: outstanding.length })}</p>
          <ul>
            {outstanding.map(({ row, standsOut, totalMinutes, warnings, isUnchanged }) => (
              <li key={row.placement.id}>
                {row.placement.employeeName} <strong className="figures">{format.hours(totalMinutes)}</strong>
                {isUnchanged && <p>{t('grid.unchanged', { reason: row.worksheet?.returned?.reason })}</p>}
                {standsOut && <StandsOut row={standsOut} />}
                <GridWarnings warnings={warnings} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <DialogActions>
        <Button variant="default" data-autofocus={isRisky || undefined} onClick={onClose}>
          {common('action.cancel')}
        </Button>
        <Button data-autofocus={!isRisky || undefined} onClick={onSend}>
          {t('entry.send')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
