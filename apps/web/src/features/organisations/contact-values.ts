import type { Organisation } from '@konnekt/shared/organisations/organisation.schema';
import { textOrNull } from '../../kit/form/typed-values.ts';

/** A contact person as the form has them; what they are called comes first. */
export type ContactValues = ReturnType<typeof contactForm>;
export const contactForm = ({ name, role, phone, email }: Organisation['contacts'][number]) => ({
  name,
  role: role ?? '',
  phone: phone ?? '',
  email: email ?? '',
});
export const blankContact: ContactValues = { name: '', role: '', phone: '', email: '' };

/** What was typed of them, as the API takes it. */
export const contactBody = ({ name, role, phone, email }: ContactValues) => ({
  name,
  role: textOrNull(role),
  phone: textOrNull(phone),
  email: textOrNull(email),
});
