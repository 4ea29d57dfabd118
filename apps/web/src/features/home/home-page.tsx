import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../../api/query-client.ts';
import { useMe } from '../../api/session-queries.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { homeQuery } from '../worksheets/parts/worksheet-queries.ts';
import { DeadlineNotice, type DeadlineReader } from './deadline-notice.tsx';
import { EmployeeHome } from './employee-home.tsx';
import { NewsLine } from './news-line.tsx';
import { OfficeHome } from './office-home.tsx';
import { SupervisorHome } from './supervisor-home.tsx';

export { HomePage as Component };

export const loader = () => {
  void queryClient.prefetchQuery(homeQuery);
  return null;
};

/** What each role comes for, first-hand. */
function HomePage() {
  const { t } = useTranslation('home');
  const me = useMe();
  const query = useQuery(homeQuery);
  return (
    <Page title={t('title')} lead={t('hello', { name: me.name })}>
      <Loaded query={query} skeleton={<Skeleton rows={6} height={40} />}>
        {({ deadline, today, messages, documents, employee, supervisor, office }) => (
          <>
            <NewsLine messages={messages} documents={documents} />
            <DeadlineNotice
              deadline={deadline}
              today={today}
              reader={supervisor ? deadlineOf(me) : office ? 'office' : 'employee'}
            />
            {employee && <EmployeeHome home={employee} />}
            {supervisor && <SupervisorHome home={supervisor} />}
            {office && <OfficeHome home={office} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function deadlineOf({ mayApprove, mayRegister }: { mayApprove: boolean; mayRegister: boolean }): DeadlineReader {
  if (mayApprove && mayRegister) return 'both';
  return mayRegister ? 'registrar' : 'supervisor';
}
