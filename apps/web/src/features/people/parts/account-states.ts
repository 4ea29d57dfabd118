import type { AccountState } from '@konnekt/shared/employees/employee.schema';

export const accountStates = ['none', 'new', 'invited', 'active', 'blocked'] as const satisfies readonly AccountState[];
