import type { Registration, RegistrationRow } from '@konnekt/shared/registration/registration.contract';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useMe } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { toast, toastProblem } from '../../ui/toast.tsx';
import { StatusBadge } from '../worksheets/parts/status-badge.tsx';
import { startWalk } from '../worksheets/parts/walk.ts';
import classes from './entry.module.css';
import { hoursOfRow } from './registration-list.tsx';
import { useTakeBack } from './registration-queries.ts';
import { amountsByKey, amountText, hourTypeOfKey } from './typed-hours.ts';

/** The worksheet of a row and the hours that were added to it, each with the way to it; what was approved can be taken back. */
export function SentSheets(props: {
  registration: Registration;
  row: RegistrationRow;
  worksheet: NonNullable<RegistrationRow['worksheet']>;
}) {
  const { t } = useTranslation('registration');
  const format = useFormat();
  const { accountId } = useMe();
  const { registration, row, worksheet } = props;
  const { pathname, search } = useLocation();
  const takeBack = useTakeBack();
  const from = pathname + search;
  const parts = [
    { ...worksheet, name: t('sentSheet.worksheet') },
    ...row.supplements.map((part) => ({ ...part, name: t('sentSheet.supplement', { number: part.sequence - 1 }) })),
  ];
  return (
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
