import { isOffice } from '@konnekt/shared/basics/actor';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session-queries.ts';
import { BackLink } from '../../kit/address/back-link.tsx';
import { paths } from '../../kit/address/paths.ts';
import { UnknownValues } from '../../kit/address/unknown-values.tsx';
import { anyText, isId, useAddress } from '../../kit/address/use-address.ts';
import { Page } from '../../ui/page.tsx';
import { aboutIdOf, useAskedAbout } from './asked-about.ts';
import { NewToAgency } from './new-to-agency.tsx';
import { NewToPeople } from './new-to-people.tsx';
import classes from './parts/messages.module.css';

export { NewMessagePage as Component };

const known = { worksheet: isId, invoice: isId, line: isId, subject: anyText };

/** Begins a thread: with the agency, or of the office with one person or many. */
function NewMessagePage() {
  const { t } = useTranslation('messages');
  const ofOffice = isOffice(useMe());
  // What is about something else is another message.
  const about = aboutIdOf(useAskedAbout());
  return (
    <Page
      title={t('begin.title')}
      above={<BackLink to={paths.messages}>{t('one.back')}</BackLink>}
      lead={ofOffice ? undefined : t('begin.toAgency')}
    >
      <UnknownValues address={useAddress()} known={known} />
      <div className={classes.thread}>{ofOffice ? <NewToPeople key={about} /> : <NewToAgency key={about} />}</div>
    </Page>
  );
}
