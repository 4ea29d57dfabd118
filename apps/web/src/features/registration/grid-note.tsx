import { isOpenForEntry } from '@konnekt/shared/worksheets/worksheet.status';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { WarningLines } from '../hours/parts/hours-warnings.tsx';
import { StandsOut } from '../worksheets/parts/stands-out.tsx';
import classes from './registration-grid.module.css';
import { RegistrationStateBadge } from './registration-state.tsx';
import type { GridRow } from './row-as-typed.ts';
import type { RowAnswer, useGrid } from './use-grid.ts';

/** How far a row is, and what there is to say of it: refused, changed by somebody else, sent back, filled in per day. */
export function GridNote(props: {
  one: GridRow;
  answer: RowAnswer | undefined;
  isPerDay: boolean;
  /** On a desk with days as columns, this one is seldom in sight: warnings stand at the name. */
  isAtName: boolean;
  rebase: ReturnType<typeof useGrid>['rebase'];
  discard: ReturnType<typeof useGrid>['discard'];
}) {
  const { t } = useTranslation('registration');
  const format = useFormat();
  const { answer, isPerDay, isAtName, rebase, discard } = props;
  const { row, typed, standing, isOpen, standsOut, warnings } = props.one;
  const isPartReturned = row.state === 'to-send' && row.worksheet && !isOpenForEntry(row.worksheet.status);
  if (standing === 'conflict') {
    return (
      <span className={classes.changed}>
        {t('changed.text', { hours: format.hours(row.worksheet?.totalMinutes ?? 0) })}
        <span>
          <Button size="xs" variant="default" onClick={() => discard(row)}>
            {t('changed.theirs')}
          </Button>{' '}
          <Button size="xs" variant="default" onClick={() => rebase(row)}>
            {t('changed.mine')}
          </Button>
        </span>
      </span>
    );
  }
  return (
    <>
      {answer?.note && (
        <span className={classes.note} role="alert">
          {answer.note}
        </span>
      )}
      <RegistrationStateBadge row={row} />
      {standsOut && <StandsOut row={standsOut} />}
      {!isAtName && <GridWarnings warnings={warnings} />}
      {standing === 'sent' && <span className={classes.quiet}>{t('sentMeanwhile.title')}</span>}
      {isOpen && !isPerDay && typed.perDay && <span className={classes.quiet}>{t('grid.perDay')}</span>}
      {isPartReturned && (
        <span className={classes.quiet}>{t('grid.returnedPart', { name: row.placement.employeeName })}</span>
      )}
      {row.worksheet?.returned && <span className={classes.quiet}>{row.worksheet.returned.reason}</span>}
    </>
  );
}

/** What the law or a public holiday asks about the hours of a row. */
export const GridWarnings = ({ warnings }: Pick<GridRow, 'warnings'>) => (
  <div className={classes.warnings}>
    <WarningLines warnings={warnings} />
  </div>
);
