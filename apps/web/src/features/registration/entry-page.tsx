import type { Registration, RegistrationRow } from '@konnekt/shared/registration/registration.contract';
import { isOpenForEntry } from '@konnekt/shared/worksheets/worksheet.status';
import { IconArrowLeft, IconFileOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { paths, registrationSearch } from '../../kit/address/paths.ts';
import { UnknownValues } from '../../kit/address/unknown-values.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { PeriodSteps } from '../hours/parts/period-steps.tsx';
import { EmployeeMenu } from './employee-menu.tsx';
import classes from './entry.module.css';
import { EntryForm } from './entry-form.tsx';
import { LeaveWarning } from './leave-warning.tsx';
import { PeriodNotice } from './period-notice.tsx';
import { OnlyDays, RegistrationStateBadge } from './registration-state.tsx';
import { SentHours } from './sent-hours.tsx';
import { useChoice } from './use-choice.ts';

export { EntryPage as Component };

/** The hours of one employee in one period, for who registers them. */
function EntryPage() {
  const { t } = useTranslation('registration');
  const format = useFormat();
  const { placementId = '' } = useParams();
  const choice = useChoice();
  const { period, organisationId, query } = choice;
  const registration = query.isPlaceholderData ? undefined : query.data;
  const row = registration?.rows.find(({ placement }) => placement.id === placementId);
  const back = period && paths.register + registrationSearch({ period, organisationId });
  const name = row?.placement.employeeName;
  const title = name ? t('entry.title', { name }) : t(registration ? 'entry.notFoundTitle' : 'title');
  return (
    <Page
      title={title}
      above={
        back && (
          <Link to={back} className={classes.back}>
            <IconArrowLeft size={16} stroke={1.75} aria-hidden /> {t('entry.back')}
          </Link>
        )
      }
      actions={
        registration &&
        row && (
          <PeriodSteps
            period={registration.period}
            placement={row.placement}
            to={(other) => paths.registerFor(placementId, { period: other, organisationId })}
          />
        )
      }
      beside={
        registration &&
        row && <EmployeeMenu registration={registration} current={placementId} organisationId={organisationId} />
      }
      lead={
        registration &&
        row && (
          <span className={classes.facts}>
            <span>{format.period(registration.period)}</span>
            <span>{row.placement.functionName}</span>
            <span>{row.placement.organisationName}</span>
            <OnlyDays row={row} period={registration.period} />
            <RegistrationStateBadge row={row} />
          </span>
        )
      }
    >
      <LeaveWarning />
      <UnknownValues address={choice} known={choice.known} />
      <Loaded query={{ ...query, data: registration }} skeleton={<Skeleton rows={6} height={40} />}>
        {(loaded) =>
          row ? (
            <Entry
              key={`${placementId} ${loaded.period.startsOn}`}
              registration={loaded}
              row={row}
              organisationId={organisationId}
            />
          ) : (
            <Empty
              icon={IconFileOff}
              title={t('entry.notFoundTitle')}
              actions={back && <ButtonLink to={back}>{t('entry.back')}</ButtonLink>}
            >
              {t('entry.notFoundText', { period: format.periodInText(loaded.period) })}
            </Empty>
          )
        }
      </Loaded>
    </Page>
  );
}

function Entry(props: { registration: Registration; row: RegistrationRow; organisationId: string | undefined }) {
  const { t } = useTranslation('registration');
  const { registration, row } = props;
  const [hasJustSent, setHasJustSent] = useState(false);
  if (row.closed !== null) return <Notice tone="info">{t(`closed.${row.closed}`)}</Notice>;
  return (
    <>
      <PeriodNotice registration={registration} />
      {row.worksheet && !isOpenForEntry(row.worksheet.status) ? (
        <SentHours {...props} worksheet={row.worksheet} hasJustSent={hasJustSent} onSent={() => setHasJustSent(true)} />
      ) : (
        <EntryForm registration={registration} row={row} onSent={() => setHasJustSent(true)} />
      )}
    </>
  );
}
