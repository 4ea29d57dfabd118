import type { Employee } from '@konnekt/shared/employees/employee.schema';
import type { Input } from '../../api/client.ts';
import { textOrNull } from '../../kit/form/typed-values.ts';
import { personBody, personForm } from '../people/parts/person-values.ts';

export type EmployeeValues = ReturnType<typeof employeeForm>;

/** A stored employee, or a new one, as texts. */
export const employeeForm = (stored?: Employee) => ({
  personnelNumber: stored?.personnelNumber ?? '',
  ...personForm(stored),
  birthDate: stored?.birthDate ?? '',
  street: stored?.street ?? '',
  postcode: stored?.postcode ?? '',
  city: stored?.city ?? '',
  country: stored?.country ?? 'NL',
  notes: stored?.notes ?? '',
});

export const employeeBody = (values: EmployeeValues): Input<'POST /api/employees'>['body'] => ({
  ...values,
  ...personBody(values),
  email: textOrNull(values.email),
  birthDate: textOrNull(values.birthDate),
  street: textOrNull(values.street),
  postcode: textOrNull(values.postcode),
  city: textOrNull(values.city),
  notes: textOrNull(values.notes),
});
