import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { useAddress } from '../../../kit/address/use-address.ts';
import { SelectField } from '../../../ui/field.tsx';
import { organisationsQuery } from './organisation-queries.ts';

/** Narrows a list down to one client. */
export function OrganisationFilter({ address }: { address: ReturnType<typeof useAddress> }) {
  const { t } = useTranslation('office');
  const { data } = useQuery(organisationsQuery);
  return (
    <SelectField
      label={t('field.organisation')}
      value={address.read('organisation')}
      onChange={(organisation) => address.write({ organisation })}
      options={[
        { value: '', label: t('list.allOrganisations') },
        ...(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
