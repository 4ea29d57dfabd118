import { useTranslation } from 'react-i18next';
import { BackLink } from '../../kit/address/back-link.tsx';
import { paths } from '../../kit/address/paths.ts';
import { Tabs } from '../../kit/address/tabs.tsx';
import { oneOf, useAddress } from '../../kit/address/use-address.ts';
import { Page } from '../../ui/page.tsx';
import { Definitions } from './definitions.tsx';
import { LedgerAccounts } from './ledger-accounts.tsx';
import { LedgerFiles } from './ledger-files.tsx';

export { LedgerPage as Component };

const tabs = ['files', 'accounts', 'definitions'] as const;

/** What the ledger is told of invoices: files, and how they are booked. */
function LedgerPage() {
  const { t } = useTranslation('ledger');
  const tab = oneOf(tabs, useAddress().read('tab')) ?? 'files';
  return (
    <Page title={t('title')} lead={t('lead')} above={<BackLink to={paths.invoicesIn('final')}>{t('back')}</BackLink>}>
      <Tabs label={t('tabs')} current={tab} tabs={tabs.map((id) => ({ id, label: t(`tab.${id}`) }))} />
      {tab === 'files' && <LedgerFiles />}
      {tab === 'accounts' && <LedgerAccounts />}
      {tab === 'definitions' && <Definitions />}
    </Page>
  );
}
