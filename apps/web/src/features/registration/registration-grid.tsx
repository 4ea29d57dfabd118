import type { Registration } from '@konnekt/shared/registration/registration.contract';

export const RegistrationGrid = (_props: { registration: Registration; organisationId: string | undefined }) => null;
