import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.tsx';
import { MailList } from './mail-list.tsx';

export { MailPage as Component };

/** Mail of the demo, for the office. */
function MailPage() {
  const { t } = useTranslation('mail');
  return (
    <Page title={t('title')} lead={t('lead')}>
      <MailList />
    </Page>
  );
}
