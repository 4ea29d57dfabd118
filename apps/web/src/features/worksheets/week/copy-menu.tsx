import { totalMinutes } from '@konnekt/shared/worksheets/worksheet.hours';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogActions } from '../../../ui/dialog.tsx';
import { Menu, menuItem, menuLabel, menuText } from '../../../ui/menu.tsx';
import { absencesIn, type CopyOver, type CopyWhat, copyPrevious, replacedBy } from '../../hours/parts/copy-previous.ts';
import type { TypedSheet } from '../../hours/parts/sheet.ts';
import classes from './copy-menu.module.css';
import { useEntryFields } from './entry-fields.ts';

/** Takes over the last period; asks before it would replace anything, and can be undone. */
export function CopyMenu() {
  const { t } = useTranslation('week');
  const { t: hours } = useTranslation('hours');
  const format = useFormat();
  const { entry, sheet, nameOf, change } = useEntryFields();
  const [asks, setAsks] = useState(false);
  const [before, setBefore] = useState<TypedSheet>();
  const [wanted, setWanted] = useState<ReadonlySet<string>>(new Set());
  const { previous } = entry;
  if (!previous) return null;
  const { period } = previous;
  const { lines } = previous;
  const source = {
    lines,
    from: previous.period.startsOn,
    to: entry.period.startsOn,
    openFrom: entry.openFrom,
    openUntil: entry.openUntil,
    hourTypes: entry.hourTypes,
    budgetNumber: entry.placement.budgetNumber,
    absences: wanted,
  };
  const absences = absencesIn(source);
  const left = lines.filter(({ hourTypeId }) => !absences.includes(hourTypeId));

  function copy(what: CopyWhat, over: CopyOver) {
    setAsks(false);
    setBefore(sheet);
    change((now) => copyPrevious(now, source, what, over, currentLanguage()));
    announce(t('copy.done', { period: format.periodInText(period) }));
  }

  const replaced = replacedBy(sheet, source);
  return (
    <>
      {before && (
        <Button
          variant="subtle"
          onClick={() => {
            change(() => before);
            setBefore(undefined);
          }}
        >
          {t('copy.undo')}
        </Button>
      )}
      <Menu
        align="end"
        button={
          <>
            <IconCopy size={16} stroke={1.75} aria-hidden /> {t(`copy.label.${entry.period.type}`)}
          </>
        }
      >
        <div className={menuLabel}>{t('copy.from', { period: format.periodInText(previous.period) })}</div>
        <button type="button" className={menuItem} onClick={() => copy('rows', 'empty')}>
          <span>
            {t('copy.rows')}
            <span className={menuText}>{t('copy.rowsText')}</span>
          </span>
        </button>
        <button
          type="button"
          className={menuItem}
          onClick={() => {
            setWanted(new Set());
            if (replaced > 0 || absences.length > 0) setAsks(true);
            else copy('hours', 'all');
          }}
        >
          <span>
            {t('copy.hours')}
            <span className={menuText}>{t('copy.hoursText', { hours: format.hours(totalMinutes(left)) })}</span>
          </span>
        </button>
      </Menu>
      {asks && (
        <Dialog
          title={replaced > 0 ? t('copy.askTitle') : t(`copy.label.${entry.period.type}`)}
          onClose={() => setAsks(false)}
        >
          {replaced > 0 && <p>{t('copy.askText', { count: replaced })}</p>}
          {absences.length > 0 && (
            <fieldset className={classes.absences}>
              <legend>{hours('copyAbsences')}</legend>
              {absences.map((id) => (
                <label key={id}>
                  <input
                    type="checkbox"
                    checked={wanted.has(id)}
                    onChange={({ currentTarget }) => {
                      const others = [...wanted].filter((one) => one !== id);
                      setWanted(new Set(currentTarget.checked ? [...others, id] : others));
                    }}
                  />
                  {nameOf(id)}
                </label>
              ))}
              <p>{hours('copyAbsencesText')}</p>
            </fieldset>
          )}
          <DialogActions>
            {replaced > 0 && (
              <Button variant="default" onClick={() => copy('hours', 'all')}>
                {t('copy.replace')}
              </Button>
            )}
            <Button data-autofocus onClick={() => copy('hours', 'empty')}>
              {replaced > 0 ? t('copy.fill') : t('copy.go')}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  );
}
