import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import type { Decision } from '@konnekt/shared/worksheets/worksheet.status';
import { IconArrowBackUp, IconArrowRight, IconCheck, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { addingHours } from '../../kit/address/adds-hours.ts';
import { paths } from '../../kit/address/paths.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import bar from './action-bar.module.css';
import type { HourEntry } from './hour-entry.ts';
import { walking } from './use-walk.ts';

/** What the reader may do with this worksheet, a button each; and the way to the next one. */
export function WorksheetButtons(props: {
  worksheet: Worksheet;
  entry: HourEntry;
  /** Nothing where one first decides. */
  next: string | undefined;
  busy: Decision | undefined;
  onDecide: (decision: Decision) => void;
  onReason: (decision: 'decline' | 'refuse') => void;
}) {
  const { t } = useTranslation('worksheets');
  const { worksheet, entry, next, busy, onDecide, onReason } = props;
  const { allowed } = worksheet;
  const may = (decision: Decision) => allowed.includes(decision);
  return (
    <div className={bar.actions}>
      {(['undo-approval', 'undo-decline'] as const).filter(may).map((decision) => (
        <Button
          key={decision}
          variant="default"
          leftSection={<IconArrowBackUp size={16} stroke={1.75} aria-hidden />}
          loading={busy === decision}
          onClick={() => onDecide(decision)}
        >
          {t(decision === 'undo-approval' ? 'page.undo' : 'page.undoDecline')}
        </Button>
      ))}
      {may('reopen') && (
        <Button variant="default" loading={busy === 'reopen'} onClick={() => onDecide('reopen')}>
          {t('page.reopen')}
        </Button>
      )}
      {entry.canAdd && (
        <ButtonLink
          variant="default"
          to={entry.to}
          state={addingHours}
          leftSection={<IconPlus size={16} stroke={2} aria-hidden />}
        >
          {t('page.addHours')}
        </ButtonLink>
      )}
      {may('decline') && (
        <Button variant="default" onClick={() => onReason('decline')}>
          {t('page.decline')}
        </Button>
      )}
      {may('refuse') && (
        <Button variant="default" onClick={() => onReason('refuse')}>
          {t('page.refuse')}
        </Button>
      )}
      {may('approve') && (
        <Button
          leftSection={<IconCheck size={16} stroke={2} aria-hidden />}
          loading={busy === 'approve'}
          onClick={() => onDecide('approve')}
        >
          {t('page.approve')}
        </Button>
      )}
      {may('finalise') && (
        <Button loading={busy === 'finalise'} onClick={() => onDecide('finalise')}>
          {t('page.finalise')}
        </Button>
      )}
      {allowed.includes('correct') && (
        <ButtonLink to={paths.correct(worksheet.id)} variant="default">
          {t('page.correct')}
        </ButtonLink>
      )}
      {entry.canGoOn && <ButtonLink to={entry.to}>{t('page.goOn')}</ButtonLink>}
      {next && (
        <ButtonLink
          to={paths.worksheet(next)}
          {...walking}
          data-next
          rightSection={<IconArrowRight size={16} stroke={1.75} aria-hidden />}
        >
          {t('page.next')}
        </ButtonLink>
      )}
    </div>
  );
}
