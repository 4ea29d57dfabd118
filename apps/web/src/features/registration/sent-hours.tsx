import type { Registration, RegistrationRow } from '@konnekt/shared/registration/registration.contract';
import { isOpenForEntry } from '@konnekt/shared/worksheets/worksheet.status';
import { IconArrowRight, IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useMe } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { addsHours } from '../../kit/address/adds-hours.ts';
import { paths } from '../../kit/address/paths.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { readDraft } from '../hours/parts/kept-draft.ts';
import { useThrowAway } from '../hours/parts/use-throw-away.ts';
import { AddHours } from './add-hours.tsx';
import classes from './entry.module.css';
import { EntryForm } from './entry-form.tsx';
import { keptHoursName } from './kept-hours.ts';
import { SentSheets } from './sent-sheets.tsx';
import { useTyped } from './use-typed.ts';

interface SentProps {
  registration: Registration;
  row: RegistrationRow;
  worksheet: NonNullable<RegistrationRow['worksheet']>;
  organisationId: string | undefined;
  hasJustSent: boolean;
  onSent: () => void;
}

/** What was sent, with the hours that were added to it; more can be added, and the next employee is at hand. */
export function SentHours(props: SentProps) {
  const { t } = useTranslation('registration');
  const format = useFormat();
  const { accountId } = useMe();
  const { registration, row, worksheet, organisationId, hasJustSent } = props;
  const { period } = registration;
  const left = useTyped(registration, row, 'whole');
  const throwAway = useThrowAway();
  const { state } = useLocation();
  const wantsMore = addsHours(state) && registration.periodState === 'open';
  const [isAdding, setIsAdding] = useState(
    () => wantsMore || readDraft(accountId, keptHoursName(row.placement.id, period, 'more')) !== undefined,
  );
  const next = nextToRegister(registration, row.placement.id);
  const after = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (hasJustSent && !isAdding) after.current?.querySelector<HTMLElement>(':is(a, button):last-child')?.focus();
  }, [hasJustSent, isAdding]);

  const cameBack = row.supplements.filter(({ status }) => isOpenForEntry(status));
  return (
    <div className={classes.form}>
      {left.standing?.kind === 'sent' && (
        <Notice
          tone="warn"
          title={t('sentMeanwhile.title')}
          actions={
            <Button size="xs" variant="default" onClick={() => throwAway(left)}>
              {t('entry.discard')}
            </Button>
          }
        >
          {t('sentMeanwhile.text', { hours: format.hours(left.read.totalMinutes) })}
        </Notice>
      )}
      <SentSheets registration={registration} row={row} worksheet={worksheet} />
      {cameBack.map((supplement) => (
        <EntryForm
          key={supplement.id}
          registration={registration}
          row={row}
          supplement={supplement}
          onSent={props.onSent}
        />
      ))}
      {isAdding ? (
        <AddHours
          registration={registration}
          row={row}
          worksheet={worksheet}
          onReopen={() => setIsAdding(true)}
          onClose={(isSent) => {
            setIsAdding(false);
            if (isSent) props.onSent();
          }}
        />
      ) : (
        <div className={classes.acts} ref={after}>
          {!next && <span className={classes.quiet}>{t('entry.all')}</span>}
          {registration.periodState === 'open' && (
            <Button
              variant="default"
              leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
              onClick={() => setIsAdding(true)}
            >
              {t('more.action')}
            </Button>
          )}
          {next && (
            <ButtonLink
              to={paths.registerFor(next.placement.id, { period, organisationId })}
              state={{ keepFocus: true, fill: true }}
              rightSection={<IconArrowRight size={16} stroke={1.75} aria-hidden />}
            >
              {t('entry.next', { name: next.placement.employeeName })}
            </ButtonLink>
          )}
        </div>
      )}
    </div>
  );
}

/** The first after this one who has not been sent, and from the top again. */
function nextToRegister({ rows }: Registration, placementId: string): RegistrationRow | undefined {
  const at = rows.findIndex(({ placement }) => placement.id === placementId);
  const inOrder = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))];
  return inOrder.find(({ closed, state }) => closed === null && (state === 'nothing' || state === 'to-send'));
}
