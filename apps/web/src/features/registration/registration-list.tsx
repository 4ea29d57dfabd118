import { searchText, searchWords } from '@konnekt/shared/basics/search-text';
import type { Registration, RegistrationRow } from '@konnekt/shared/registration/registration.contract';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { SearchField } from '../../kit/list/search-field.tsx';
import { hasKeptHours } from './kept-hours.ts';
import classes from './registration-list.module.css';
import { OnlyDays, RegistrationStateBadge } from './registration-state.tsx';

const searchFrom = 12;

/** The employees of the period with their state; a click on a name opens their hours. */
export function RegistrationList(props: { registration: Registration; organisationId: string | undefined }) {
  const { t } = useTranslation('registration');
  const { registration, organisationId } = props;
  const [search, setSearch] = useState('');
  const { rows } = registration;
  const words = searchWords(search);
  const shown = rows.filter(({ placement }) => {
    const text = searchText(`${placement.employeeName} ${placement.functionName}`);
    return words.every((word) => text.includes(word));
  });
  const open = rows.filter(({ closed }) => closed === null);
  const sent = open.filter(({ state }) => state === 'sent' || state === 'with-supplements').length;
  return (
    <>
      <div className={classes.top}>
        <h2>{t('people.title')}</h2>
        <span className={`${classes.quiet} figures`}>{t('people.progress', { sent, all: open.length })}</span>
        {rows.length > searchFrom && (
          <div className={classes.search}>
            <SearchField label={t('people.search')} hint={t('people.searchHint')} value={search} onChange={setSearch} />
          </div>
        )}
      </div>
      {shown.length === 0 ? (
        <p className={classes.quiet}>{t('people.noMatch')}</p>
      ) : (
        <ul className={classes.list} aria-label={t('people.title')}>
          {shown.map((row) => (
            <Person
              key={row.placement.id}
              row={row}
              period={registration.period}
              to={paths.registerFor(row.placement.id, { period: registration.period, organisationId })}
              showsOrganisation={registration.organisations.length > 1 && !organisationId}
            />
          ))}
        </ul>
      )}
    </>
  );
}

function Person(props: {
  row: RegistrationRow;
  period: Registration['period'];
  to: string;
  showsOrganisation: boolean;
}) {
  const { row, period } = props;
  const { t } = useTranslation('registration');
  const format = useFormat();
  const { accountId } = useMe();
  const { placement, closed, plannedMinutes } = row;
  const minutes = hoursOfRow(row);
  const isTyped = closed === null && hasKeptHours(accountId, row, period);
  const content = (
    <>
      <span className={classes.who}>
        <strong>{placement.employeeName}</strong>
        <span className={classes.quiet}>
          {placement.functionName}
          {props.showsOrganisation && ` · ${placement.organisationName}`}
        </span>
        <OnlyDays row={row} period={period} />
        {closed && <span className={classes.quiet}>{t(`closed.${closed}`)}</span>}
        {isTyped && (
          <span className={classes.kept}>
            <IconDeviceFloppy size={15} stroke={1.75} aria-hidden /> {t('people.kept')}
          </span>
        )}
      </span>
      <span className={classes.state}>
        <RegistrationStateBadge row={row} />
      </span>
      <span className={`${classes.hours} figures`}>
        {closed === null && (
          <>
            <strong>{row.worksheet ? format.hours(minutes) : '–'}</strong>
            {plannedMinutes > 0 && (
              <span className={classes.quiet}>{t('people.ofPlanned', { hours: format.hours(plannedMinutes) })}</span>
            )}
          </>
        )}
      </span>
    </>
  );
  return (
    <li>
      {closed === null ? (
        <Link to={props.to} state={{ keepFocus: true, fill: true }} className={classes.row}>
          {content}
        </Link>
      ) : (
        <div className={classes.row} data-closed>
          {content}
        </div>
      )}
    </li>
  );
}

/** The worksheet and the hours that were added to it. */
export const hoursOfRow = ({ worksheet, supplements }: RegistrationRow): number =>
  supplements.reduce((sum, { totalMinutes }) => sum + totalMinutes, worksheet?.totalMinutes ?? 0);
