import { type AccountState, accountStates, type InvitableState } from '@konnekt/shared/accounts/account.words';
import type { Invitable, Invited } from '@konnekt/shared/employees/employee.schema';
import type { MailFailure } from '@konnekt/shared/mail/mail.words';
import { type Icon, IconPlus } from '@tabler/icons-react';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Address, isId, type Known, oneOf } from '../../../kit/address/use-address.ts';
import type { ExportFilter } from '../../../kit/files/export-address.ts';
import { exportAddress } from '../../../kit/files/export-address.ts';
import { ChoiceFilter } from '../../../kit/list/choice-filter.tsx';
import type { Column } from '../../../kit/list/column.ts';
import { OfficeList } from '../../../kit/list/office-list.tsx';
import { recordLink, recordQuiet } from '../../../kit/list/record-list.tsx';
import { ButtonLink } from '../../../ui/button.tsx';
import { Page } from '../../../ui/page.tsx';
import { AccountBadge } from '../../accounts/parts/account-badge.tsx';
import { InviteMany } from '../../accounts/parts/invite-many.tsx';
import { FilesLink } from '../../imports/parts/files-link.tsx';
import { OrganisationFilter } from '../../organisations/parts/organisation-filter.tsx';

interface PersonRow {
  id: string;
  sortName: string;
  account: AccountState;
  invitationFailure: MailFailure | null;
}

/** The account that a list of people is narrowed down to. */
export const accountIn = (address: Address): AccountState | undefined => oneOf(accountStates, address.read('account'));

/** A list of people by their last names, with where they are, how they stand with an account, and inviting whoever has none yet. */
export function PeopleList<Row extends PersonRow>(props: {
  kind: 'employees' | 'supervisors';
  icon: Icon;
  address: Address;
  query: UseInfiniteQueryResult<InfiniteData<{ items: Row[]; total: number }>>;
  sort: string;
  filter: ExportFilter;
  /** What the address may hold besides the organisation and the account. */
  known: Known;
  /** Between the name and the account. */
  columns: readonly Column<Row>[];
  pathOf: (id: string) => string;
  newPath: string;
  countInvitable: (signal: AbortSignal) => Promise<Invitable>;
  invite: (states: InvitableState[]) => Promise<Invited>;
  /** A filter of its own. */
  children: ReactNode;
}) {
  const { t } = useTranslation(['people', 'office', 'outbox']);
  const { kind, icon, address, filter, pathOf } = props;
  const columns: Column<Row>[] = [
    {
      id: 'name',
      header: t('field.name'),
      cell: ({ id, sortName }) => (
        <Link to={pathOf(id)} className={recordLink}>
          {sortName}
        </Link>
      ),
      isSortable: true,
    },
    ...props.columns,
    {
      id: 'account',
      header: t('office:account.title'),
      cell: ({ account: state, invitationFailure }) => (
        <>
          <AccountBadge state={state} />
          {invitationFailure && <span className={recordQuiet}>{t(`outbox:failure.${invitationFailure}`)}</span>}
        </>
      ),
    },
  ];
  const add = (
    <ButtonLink to={props.newPath} leftSection={<IconPlus size={16} stroke={2} aria-hidden />}>
      {t(`${kind}.add`)}
    </ButtonLink>
  );
  return (
    <Page
      title={t(`${kind}.title`)}
      actions={
        <>
          <FilesLink kind={kind} />
          <InviteMany listKey={{ of: kind, ...filter }} count={props.countInvitable} invite={props.invite} />
          {add}
        </>
      }
    >
      <OfficeList
        label={t(`${kind}.title`)}
        address={address}
        query={props.query}
        columns={columns}
        sort={props.sort}
        searchHint={t(`${kind}.searchHint`)}
        known={{ organisation: isId, account: accountStates, ...props.known }}
        file={(as) => exportAddress(kind, as, filter)}
        empty={{ icon, title: t(`${kind}.emptyTitle`), text: t(`${kind}.emptyText`), action: add }}
      >
        <OrganisationFilter address={address} />
        {props.children}
        <ChoiceFilter
          address={address}
          name="account"
          label={t('office:account.title')}
          all={t('office:account.all')}
          words={accountStates}
          labelOf={(word) => t(`office:account.${word}`)}
        />
      </OfficeList>
    </Page>
  );
}
