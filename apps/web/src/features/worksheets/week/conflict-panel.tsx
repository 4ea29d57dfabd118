import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { type Content, type TypedCell, type TypedSheet, textOfCell, type UnitOf } from '../../hours/parts/sheet.ts';
import { compareSheets, mergeSheets, type Side } from '../../hours/parts/sheet-compare.ts';
import classes from './conflict-panel.module.css';

/** What was typed here and what was stored meanwhile, side by side; each difference is decided by who typed it. */
export function ConflictPanel(props: {
  theirs: Content;
  base: Content | null;
  savedAt: string | undefined;
  sheet: TypedSheet;
  nameOf: (hourTypeId: string) => string;
  unitOf: UnitOf;
  onDone: (sheet: TypedSheet) => void;
}) {
  const { theirs, base, sheet, nameOf, unitOf } = props;
  const { t } = useTranslation('dialogs');
  const { t: week } = useTranslation('week');
  const format = useFormat();
  const comparison = compareSheets(sheet, theirs, base, currentLanguage(), unitOf);
  const [chosen, setChosen] = useState<ReadonlyMap<string, Side>>(new Map());
  const wholeRemark = 'remark';
  const sideOf = (id: string, suggested: Side) => chosen.get(id) ?? suggested;
  const choose = (id: string, side: Side) => setChosen(new Map(chosen).set(id, side));
  const chooseAll = (side: Side) =>
    setChosen(new Map([...comparison.cells.map(({ id }) => [id, side] as const), [wholeRemark, side]]));

  function apply() {
    const cells = new Map(comparison.cells.map(({ id, suggested }) => [id, sideOf(id, suggested)]));
    const remark = sideOf(wholeRemark, comparison.remark?.suggested ?? 'mine');
    const context = { firstHourTypeId: sheet.rows[0]?.hourTypeId ?? '', language: currentLanguage(), unitOf };
    props.onDone(mergeSheets(sheet, theirs, { cells, remark }, context));
  }

  const words = (cell: TypedCell | undefined) => (cell ? wordsOf(cell) : t('conflict.nothing'));
  const rows = [
    ...comparison.cells.map(({ id, date, hourTypeId, mine, theirs, suggested }) => ({
      id,
      where: week('cell', { day: format.dayInWords(date), hourType: nameOf(hourTypeId) }),
      mine: words(mine),
      theirs: words(theirs),
      suggested,
    })),
    ...(comparison.remark
      ? [
          {
            id: wholeRemark,
            where: t('conflict.remark'),
            mine: comparison.remark.mine || t('conflict.nothing'),
            theirs: comparison.remark.theirs || t('conflict.nothing'),
            suggested: comparison.remark.suggested,
          },
        ]
      : []),
  ];

  return (
    <div className={classes.panel}>
      <Notice tone="warn" role="alert" title={t('conflict.title')}>
        {t('conflict.text')} {props.savedAt && t('conflict.savedAt', { when: format.moment(props.savedAt) })}
      </Notice>
      <div className={classes.all}>
        <Button variant="default" size="xs" onClick={() => chooseAll('mine')}>
          {t('conflict.keepMine')}
        </Button>
        <Button variant="default" size="xs" onClick={() => chooseAll('theirs')}>
          {t('conflict.takeTheirs')}
        </Button>
      </div>
      <ul className={classes.list} aria-label={t('conflict.table')}>
        {rows.map((row) => (
          <li key={row.id}>
            <fieldset className={classes.row}>
              <legend className={classes.where}>{row.where}</legend>
              {(['mine', 'theirs'] as const).map((side) => (
                <label key={side} className={classes.choice}>
                  <input
                    type="radio"
                    name={row.id}
                    checked={sideOf(row.id, row.suggested) === side}
                    onChange={() => choose(row.id, side)}
                  />
                  <span>
                    <span className={classes.side}>{t(`conflict.${side}`)}</span>
                    <strong>{row[side]}</strong>
                  </span>
                </label>
              ))}
            </fieldset>
          </li>
        ))}
      </ul>
      <div>
        <Button onClick={apply}>{t('conflict.apply')}</Button>
      </div>
    </div>
  );
}

/** A cell as it was typed. */
function wordsOf(cell: TypedCell): string {
  return cell.remark ? `${textOfCell(cell)} (${cell.remark})` : textOfCell(cell);
}
