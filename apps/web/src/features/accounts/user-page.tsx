import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { isNotThere } from '../../api/problem.ts';
import { NotFound } from '../../kit/address/not-found.tsx';
import { paths } from '../../kit/address/paths.ts';
import { Page } from '../../ui/page.tsx';
import { RecordHistory } from '../audit/parts/record-history.tsx';
import { AccountPanel } from './parts/account-panel.tsx';
import { accountQuery } from './parts/account-queries.ts';
import classes from './user-page.module.css';

export { UserPage as Component };

/** One account of the office, with its history. */
function UserPage() {
  const { t } = useTranslation('accounts');
  const { personId = '' } = useParams();
  const { data, error } = useQuery(accountQuery(personId));
  if (isNotThere(error)) return <NotFound />;
  return (
    <Page
      title={data?.name ?? t('users.title')}
      above={
        <Link to={paths.users} className={classes.back}>
          <IconArrowLeft size={16} stroke={1.75} aria-hidden />
          {t('users.back')}
        </Link>
      }
    >
      <div className={classes.panels}>
        <AccountPanel personId={personId} />
        <RecordHistory id={personId} />
      </div>
    </Page>
  );
}
