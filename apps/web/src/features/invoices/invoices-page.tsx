import { isOffice } from '@konnekt/shared/basics/actor';
import { IconBook2, IconBuildingBank, IconCalendarCheck, IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { Tabs } from '../../kit/address/tabs.tsx';
import { oneOf, useAddress } from '../../kit/address/use-address.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { DraftList } from './draft-list.tsx';
import { FinalList } from './final-list.tsx';
import classes from './invoices.module.css';
import { openQuestions } from './payment-queries.ts';
import { ReadyList } from './ready-list.tsx';

export { InvoicesPage as Component };

const tabs = ['ready', 'drafts', 'final'] as const;

/** The invoices of a supervisor's clients; of the office also what is on its way to be one. */
function InvoicesPage() {
  const { t } = useTranslation('invoices');
  const tab = oneOf(tabs, useAddress().read('tab')) ?? 'ready';
  if (!isOffice(useMe())) {
    return (
      <Page title={t('title')} lead={t('lead')}>
        <FinalList />
      </Page>
    );
  }
  return (
    <Page
      title={t('title')}
      lead={t('leadOffice')}
      actions={
        <>
          <ButtonLink
            to={paths.reconciliation}
            variant="default"
            leftSection={<IconScale size={17} stroke={1.8} aria-hidden />}
          >
            {t('toReconciliation')}
          </ButtonLink>
          <ButtonLink
            to={paths.bank}
            variant="default"
            leftSection={<IconBuildingBank size={17} stroke={1.8} aria-hidden />}
          >
            {t('toBank')}
          </ButtonLink>
          <ButtonLink
            to={paths.ledger}
            variant="default"
            leftSection={<IconBook2 size={17} stroke={1.8} aria-hidden />}
          >
            {t('toLedger')}
          </ButtonLink>
          <ButtonLink
            to={paths.invoiceDay}
            variant="default"
            leftSection={<IconCalendarCheck size={17} stroke={1.8} aria-hidden />}
          >
            {t('toDay')}
          </ButtonLink>
        </>
      }
    >
      <Tabs label={t('tab.label')} current={tab} tabs={tabs.map((id) => ({ id, label: t(`tab.${id}`) }))} />
      <OpenQuestions />
      {tab === 'ready' && <ReadyList />}
      {tab === 'drafts' && <DraftList />}
      {tab === 'final' && <FinalList />}
    </Page>
  );
}

/** That clients wait for an answer, with the way to their invoices. */
function OpenQuestions() {
  const { t } = useTranslation('invoices');
  const format = useFormat();
  const { data } = useQuery(openQuestions);
  if (!data || data.total === 0) return null;
  return (
    <div className={classes.bar}>
      <Notice tone="warn">
        {t('questions', { count: data.total, number: format.count(data.total) })}{' '}
        <Link to={`${paths.invoicesIn('final')}&question=true`} className={classes.link}>
          {t('showQuestions')}
        </Link>
      </Notice>
    </div>
  );
}
