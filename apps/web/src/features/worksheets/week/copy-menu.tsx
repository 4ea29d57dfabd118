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
import { type CopyOver, type CopyWhat, copyPrevious, replacedBy } from './copy-previous.ts';
import { useEntryFields } from './entry-fields.ts';
import type { TypedSheet } from './week-sheet.ts';

/** Takes over the last period; asks before it would replace anything, and can be undone. */
export function CopyMenu() {
  const { t } = useTranslation('week');
  const format = useFormat();
  const { entry, sheet, change } = useEntryFields();
  const [asks, setAsks] = useState(false);
  const [before, setBefore] = useState<TypedSheet>();
  const { previous } = entry;
  if (!previous) return null;
  const source = { ...entry, previous };

  function copy(what: CopyWhat, over: CopyOver) {
    setAsks(false);
    setBefore(sheet);
    change((now) => copyPrevious(now, source, what, over, currentLanguage()));
    announce(t('copy.done', { period: format.periodInText(source.previous.period) }));
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
          onClick={() => (replaced > 0 ? setAsks(true) : copy('hours', 'all'))}
        >
          <span>
            {t('copy.hours')}
            <span className={menuText}>
              {t('copy.hoursText', { hours: format.hours(totalMinutes(previous.lines)) })}
            </span>
          </span>
        </button>
      </Menu>
      {asks && (
        <Dialog title={t('copy.askTitle')} onClose={() => setAsks(false)}>
          <p>{t('copy.askText', { count: replaced })}</p>
          <DialogActions>
            <Button variant="default" onClick={() => copy('hours', 'all')}>
              {t('copy.replace')}
            </Button>
            <Button data-autofocus onClick={() => copy('hours', 'empty')}>
              {t('copy.fill')}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  );
}
