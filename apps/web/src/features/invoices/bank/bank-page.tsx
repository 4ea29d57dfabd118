import { bankEntryStates } from '@konnekt/shared/invoices/invoice.words';
import { IconBuildingBank } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiProblem, isProblem } from '../../../api/problem.ts';
import { problemMessage } from '../../../api/problem-message.ts';
import { useFormat } from '../../../i18n/format.ts';
import { BackLink } from '../../../kit/address/back-link.tsx';
import { paths } from '../../../kit/address/paths.ts';
import { Tabs } from '../../../kit/address/tabs.tsx';
import { oneOf, useAddress } from '../../../kit/address/use-address.ts';
import { FileField } from '../../../kit/files/file-field.tsx';
import { ListRest } from '../../../kit/list/list-rest.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import classes from '../invoice-page.module.css';
import bank from './bank.module.css';
import { entryRows, useHandInStatement } from './bank-queries.ts';
import { Entry } from './entry.tsx';

export { BankPage as Component };

/** Bank statements in, and what is to be decided of what came in. */
function BankPage() {
  const { t } = useTranslation('finance');
  return (
    <Page
      title={t('bank.title')}
      lead={t('bank.lead')}
      above={<BackLink to={paths.invoicesIn('final')}>{t('bank.back')}</BackLink>}
    >
      <div className={classes.parts}>
        <Statement />
        <Entries />
      </div>
    </Page>
  );
}

function Statement() {
  const { t } = useTranslation('finance');
  const format = useFormat();
  const handIn = useHandInStatement();
  const wrongText = useWrongStatement();
  const answer = handIn.data;
  const counts = answer && (['booked', 'doubtful', 'known', 'passedBy'] as const).filter((name) => answer[name] > 0);
  return (
    <Panel title={t('bank.read')}>
      <FileField
        label={t('bank.file')}
        description={t('bank.fileHint')}
        accept=".xml,application/xml,text/xml"
        isBusy={handIn.isPending}
        chosen={handIn.variables?.name}
        error={handIn.error && wrongText(handIn.error)}
        onFile={(file) => handIn.mutate(file)}
      />
      {answer && counts && (
        <Notice tone={answer.doubtful > 0 ? 'warn' : 'good'} role="status">
          {[
            t('bank.result', { count: answer.entries, number: format.count(answer.entries) }),
            ...counts.map((name) => t(`bank.${name}`, { count: answer[name], number: format.count(answer[name]) })),
          ].join(' ')}
        </Notice>
      )}
    </Panel>
  );
}

function Entries() {
  const { t } = useTranslation('finance');
  const state = oneOf(bankEntryStates, useAddress().read('tab')) ?? 'doubtful';
  const query = useInfiniteQuery(entryRows({ state }));
  return (
    <div>
      <Tabs
        label={t('bank.state')}
        current={state}
        tabs={(['doubtful', 'booked', 'aside'] as const).map((id) => ({ id, label: t(`bank.states.${id}`) }))}
      />
      <Loaded query={query} skeleton={<Skeleton rows={4} height={48} />}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          return rows.length === 0 ? (
            <Empty icon={IconBuildingBank} title={t(state === 'doubtful' ? 'bank.emptyTitle' : 'bank.noneBooked')}>
              {state === 'doubtful' && t('bank.emptyText')}
            </Empty>
          ) : (
            <>
              <ul className={bank.list}>
                {rows.map((entry) => (
                  <Entry key={entry.id} entry={entry} />
                ))}
              </ul>
              <ListRest query={query} shown={rows.length} total={pages[0]?.total ?? 0} />
            </>
          );
        }}
      </Loaded>
    </div>
  );
}

/** Why a file was not taken. */
function useWrongStatement() {
  const { t } = useTranslation(['finance', 'common']);
  return (error: Error): string => {
    if (isProblem(error, 'too-large')) return t('bank.tooLarge');
    if (error instanceof ApiProblem && error.field('/file')) return t('bank.wrongFile');
    return problemMessage(error);
  };
}
