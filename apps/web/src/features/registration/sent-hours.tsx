import type { Registration, RegistrationRow } from '@konnekt/shared/registration/registration.contract';
import { isOpenForEntry } from '@konnekt/shared/worksheets/worksheet.status';
import { IconArrowBackUp, IconArrowRight, IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useMe } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { addsHours } from '../../kit/address/adds-hours.ts';
import { paths } from '../../kit/address/paths.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { toast, toastProblem } from '../../ui/toast.tsx';
import { readDraft } from '../hours/parts/kept-draft.ts';
import { useThrowAway } from '../hours/parts/use-throw-away.ts';
import { StatusBadge } from '../worksheets/parts/status-badge.tsx';
import { startWalk } from '../worksheets/parts/walk.ts';
import { AddHours } from './add-hours.tsx';
import classes from './entry.module.css';
import { EntryForm } from './entry-form.tsx';
import { keptHoursName } from './kept-hours.ts';
import { hoursOfRow } from './registration-list.tsx';
import { useTakeBack } from './registration-queries.ts';
import { amountsByKey, amountText, hourTypeOfKey } from './typed-hours.ts';
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
  const { pathname, search, state } = useLocation();
  const wantsMore = addsHours(state) && registration.periodState === 'open';
  const [isAdding, setIsAdding] = useState(
    () => wantsMore || readDraft(accountId, keptHoursName(row.placement.id, period, 'more')) !== undefined,
  );
  const takeBack = useTakeBack();
  const from = pathname + search;
  const next = nextToRegister(registration, row.placement.id);
  const after = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (hasJustSent && !isAdding) after.current?.querySelector<HTMLElement>(':is(a, button):last-child')?.focus();
  }, [hasJustSent, isAdding]);

  const cameBack = row.supplements.filter(({ status }) => isOpenForEntry(status));
  const parts = [
    { ...worksheet, name: t('sentSheet.worksheet') },
    ...row.supplements.map((part) => ({ ...part, name: t('sentSheet.supplement', { number: part.sequence - 1 }) })),
  ];
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
      <Panel
        title={t('sentSheet.title')}
        aside={
          parts.length > 1 && (
            <strong className="figures">
              {t('sentSheet.together')} {format.hoursLong(hoursOfRow(row))}
            </strong>
          )
        }
        flush
      >
        <ul className={classes.parts}>
          {parts.map((part) => (
            <li key={part.id}>
              <span className={classes.part}>
                <Link
                  to={paths.worksheet(part.id)}
                  onClick={() => startWalk(accountId, { from, ids: parts.map(({ id }) => id) })}
                >
                  {part.name}
                </Link>
                <span className={`${classes.quiet} figures`}>{part.reference}</span>
                <StatusBadge status={part.status} />
              </span>
              <span className={classes.quiet}>{hoursPerType(part.lines)}</span>
              {part.remark && <span className={classes.quiet}>{t('sentSheet.remark', { remark: part.remark })}</span>}
              <strong className={`${classes.partHours} figures`}>{format.hours(part.totalMinutes)}</strong>
              {part.status === 'approved' && registration.periodState === 'open' && (
                <span>
                  <Button
                    size="xs"
                    variant="default"
                    leftSection={<IconArrowBackUp size={16} stroke={1.75} aria-hidden />}
                    loading={takeBack.isPending && takeBack.variables[0]?.id === part.id}
                    onClick={() => takeBack.mutate([part], { onSuccess: tellRefused, onError: toastProblem })}
                  >
                    {t('sentSheet.takeBack')}
                  </Button>
                </span>
              )}
            </li>
          ))}
        </ul>
      </Panel>
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

  function tellRefused({ refused }: { refused: readonly unknown[] }) {
    if (refused.length > 0) toast({ tone: 'bad', message: t('sentSheet.notTaken') });
  }

  function hoursPerType(lines: Parameters<typeof amountsByKey>[0]): string {
    const sums = amountsByKey(lines.map((line) => ({ ...line, date: null })));
    return [...sums]
      .map(([key, amount]) => {
        const type = registration.hourTypes.find(({ id }) => id === hourTypeOfKey(key));
        const name = type ? format.nameOf(type) : '–';
        return `${name} ${amountText(amount, type?.unit ?? 'hours', format.language)}`;
      })
      .join(' · ');
  }
}

/** The first after this one who has not been sent, and from the top again. */
function nextToRegister({ rows }: Registration, placementId: string): RegistrationRow | undefined {
  const at = rows.findIndex(({ placement }) => placement.id === placementId);
  const inOrder = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))];
  return inOrder.find(({ closed, state }) => closed === null && (state === 'nothing' || state === 'to-send'));
}
