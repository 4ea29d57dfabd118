import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.tsx';

export { AccountPage as Component };

function AccountPage() {
  const { t } = useTranslation('account');
  return <Page title={t('title')}>…</Page>;
}
