import { totalMinutes } from '@konnekt/shared/worksheets/worksheet.hours';
import type { WorksheetEntry } from '@konnekt/shared/worksheets/worksheet-entry.schema';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { Menu, menuLabel } from '../../../ui/menu.tsx';
import { agreedByDay } from '../../hours/parts/agreed.ts';
import { absencesIn, type CopyOver, type CopyWhat, copyPrevious, replacedBy } from '../../hours/parts/copy-previous.ts';
import { CopyDialog } from '../../hours/parts/dialogs.tsx';
import { useEntryFields } from '../../hours/parts/entry-fields.ts';
import { MenuChoice } from '../../hours/parts/menu-choice.tsx';
import { blankCell, cellKey, isBlank, rowIdOf, setCell, type TypedSheet } from '../../hours/parts/sheet.ts';

/** Takes over the last period, or what was agreed; asks before it would replace anything, and can be undone. */
export function CopyMenu({ entry, planned }: { entry: WorksheetEntry; planned: number }) {
  const { t } = useTranslation('week');
  const { t: hours } = useTranslation('hours');
  const format = useFormat();
  const { sheet, nameOf, change } = useEntryFields();
  const [asks, setAsks] = useState(false);
  const [before, setBefore] = useState<TypedSheet>();
  const { previous, placement } = entry;
  const source = {
    lines: previous?.lines ?? [],
    from: previous?.period.startsOn ?? entry.period.startsOn,
    to: entry.period.startsOn,
    openFrom: entry.openFrom,
    openUntil: entry.openUntil,
    hourTypes: entry.hourTypes,
    budgetNumber: placement.budgetNumber,
  };
  const absences = absencesIn(source);
  const left = source.lines.filter(({ hourTypeId }) => !absences.includes(hourTypeId));
  const replaced = replacedBy(sheet, source);

  function put(update: (sheet: TypedSheet) => TypedSheet, done: string) {
    setAsks(false);
    setBefore(sheet);
    change(update);
    announce(done);
  }
  function copy(what: CopyWhat, over: CopyOver, wanted: ReadonlySet<string> = new Set()) {
    const copied = (now: TypedSheet) => copyPrevious(now, { ...source, absences: wanted }, what, over, format.language);
    put(copied, t('copy.done', { period: previous ? format.periodInText(previous.period) : '' }));
  }
  /** In empty fields of the first row, which is that of normal hours. */
  function fillAsAgreed() {
    const days = agreedByDay(planned, entry.openFrom, entry.openUntil);
    const agreed = (now: TypedSheet) =>
      days.reduce((filled, { date, minutes }) => {
        const key = cellKey(now.rows[0]?.id ?? rowIdOf(''), date);
        const cell = { ...blankCell('hours', placement.budgetNumber), hours: format.hours(minutes) };
        return isBlank(now.cells[key]) ? setCell(filled, key, cell) : filled;
      }, now);
    put(agreed, t('copy.agreedDone'));
  }

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
      {planned > 0 && (
        <Button variant="default" title={t('copy.agreedText', { hours: format.hours(planned) })} onClick={fillAsAgreed}>
          {t('copy.agreed')}
        </Button>
      )}
      {previous && (
        <Menu
          align="end"
          button={
            <>
              <IconCopy size={16} stroke={1.75} aria-hidden /> {t(`copy.label.${entry.period.type}`)}
            </>
          }
        >
          <div className={menuLabel}>{t('copy.from', { period: format.periodInText(previous.period) })}</div>
          <MenuChoice name={t('copy.rows')} text={t('copy.rowsText')} onClick={() => copy('rows', 'empty')} />
          <MenuChoice
            name={t('copy.hours')}
            text={t('copy.hoursText', { hours: format.hours(totalMinutes(left)) })}
            onClick={() => (replaced > 0 || absences.length > 0 ? setAsks(true) : copy('hours', 'all'))}
          />
        </Menu>
      )}
      {asks && (
        <CopyDialog
          title={replaced > 0 ? hours('copyAskTitle') : t(`copy.label.${entry.period.type}`)}
          replaced={replaced}
          absences={absences.map((id) => ({ id, name: nameOf(id) }))}
          onClose={() => setAsks(false)}
          onCopy={(over, wanted) => copy('hours', over, wanted)}
        />
      )}
    </>
  );
}
