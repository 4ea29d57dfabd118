import { totalMinutes } from '@konnekt/shared/worksheets/worksheet.hours';
import { Button, Menu, Modal } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { announce } from '../../ui/announcer.tsx';
import classes from './copy-menu.module.css';
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
          size="compact-sm"
          onClick={() => {
            change(() => before);
            setBefore(undefined);
          }}
        >
          {t('copy.undo')}
        </Button>
      )}
      <Menu position="bottom-end" withinPortal width={240}>
        <Menu.Target>
          <Button
            variant="default"
            size="sm"
            className={classes.button}
            leftSection={<IconCopy size={16} stroke={1.75} aria-hidden />}
          >
            {t(`copy.label.${entry.period.type}`)}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('copy.from', { period: format.periodInText(previous.period) })}</Menu.Label>
          <Menu.Item onClick={() => copy('rows', 'empty')}>
            {t('copy.rows')}
            <span className={classes.text}>{t('copy.rowsText')}</span>
          </Menu.Item>
          <Menu.Item onClick={() => (replaced > 0 ? setAsks(true) : copy('hours', 'all'))}>
            {t('copy.hours')}
            <span className={classes.text}>
              {t('copy.hoursText', { hours: format.hours(totalMinutes(previous.lines)) })}
            </span>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={asks}
        onClose={() => setAsks(false)}
        title={t('copy.askTitle')}
        closeButtonProps={{ 'aria-label': t('action.close', { ns: 'common' }) }}
        centered
        size={420}
      >
        <p>{t('copy.askText', { count: replaced })}</p>
        <div className={classes.choices}>
          <Button variant="default" onClick={() => copy('hours', 'all')}>
            {t('copy.replace')}
          </Button>
          <Button data-autofocus onClick={() => copy('hours', 'empty')}>
            {t('copy.fill')}
          </Button>
        </div>
      </Modal>
    </>
  );
}
