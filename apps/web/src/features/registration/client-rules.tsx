import type { Registration } from '@konnekt/shared/registration/registration.contract';

type Client = Registration['organisations'][number];

/** What a client asks of hours: which types it allows and which budget numbers it has. */
export const organisationRules = (
  { organisations }: Pick<Registration, 'organisations'>,
  organisationId: string,
): Client | undefined => organisations.find(({ id }) => id === organisationId);

/** May hours of this type be entered there? */
export const allows = (client: Pick<Client, 'hourTypeIds'> | undefined, hourTypeId: string): boolean =>
  !client?.hourTypeIds || client.hourTypeIds.includes(hourTypeId);

/** The list that a field for the budget numbers of a client offers, where it has any. */
export const budgetListOf = (client: Client | undefined): string | undefined =>
  client && client.budgetNumbers.length > 0 ? `budget-${client.id}` : undefined;

/** The lists themselves, once on a screen. */
export function BudgetLists({ clients }: { clients: readonly (Client | undefined)[] }) {
  return clients.map(
    (client) =>
      client && (
        <datalist key={client.id} id={budgetListOf(client)}>
          {client.budgetNumbers.map(({ number, description }) => (
            <option key={number} value={number}>
              {description}
            </option>
          ))}
        </datalist>
      ),
  );
}
