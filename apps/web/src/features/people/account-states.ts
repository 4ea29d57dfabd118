import type { AccountState } from '@konnekt/shared/employees/employee.schema';

export const accountStates = ['none', 'invited', 'active', 'blocked'] as const satisfies readonly AccountState[];
