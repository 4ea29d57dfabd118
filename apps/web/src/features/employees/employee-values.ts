import type { Employee } from '@konnekt/shared/employees/employee.schema';
import type { Input } from '../../api/client.ts';
import { textOrNull } from '../../kit/form/typed-values.ts';

export type EmployeeValues = ReturnType<typeof employeeForm>;

/** A stored employee, or a new one, as texts. */
export const employeeForm = (stored?: Employee) => ({
  personnelNumber: stored?.personnelNumber ?? '',
  firstName: stored?.firstName ?? '',
  prefix: stored?.prefix ?? '',
  lastName: stored?.lastName ?? '',
  email: stored?.email ?? '',
  language: stored?.language ?? ('nl' as const),
  phone: stored?.phone ?? '',
  birthDate: stored?.birthDate ?? '',
  street: stored?.street ?? '',
  postcode: stored?.postcode ?? '',
  city: stored?.city ?? '',
  country: stored?.country ?? 'NL',
  notes: stored?.notes ?? '',
});

export const employeeBody = (values: EmployeeValues): Input<'POST /api/employees'>['body'] => ({
  ...values,
  prefix: textOrNull(values.prefix),
  email: textOrNull(values.email),
  phone: textOrNull(values.phone),
  birthDate: textOrNull(values.birthDate),
  street: textOrNull(values.street),
  postcode: textOrNull(values.postcode),
  city: textOrNull(values.city),
  notes: textOrNull(values.notes),
});
