import { describe, expect, it } from 'vitest';
import { type Role, roles } from '../basics/actor.ts';
import { reasonNotToBlock, reasonNotToInvite, reasonNotToManage } from './account.permissions.ts';

const account = (role: Role, status: 'invited' | 'active' | 'blocked' = 'invited') => ({ personId: 'p', role, status });

describe('managing accounts', () => {
  it('is the office’s, and of the office’s own accounts the admins’', () => {
    const may: Record<Role, Role[]> = {
      employee: [],
      supervisor: [],
      staff: ['employee', 'supervisor'],
      admin: ['employee', 'supervisor', 'staff', 'admin'],
    };
    for (const actor of roles) {
      const managed = roles.filter((role) => reasonNotToManage({ role: actor }, account(role)) === undefined);
      expect(managed, actor).toEqual(may[actor]);
    }
  });

  it('invites who was not there yet', () => {
    const staff = { role: 'staff' } as const;
    expect(reasonNotToInvite(staff, account('employee'))).toBeUndefined();
    expect(reasonNotToInvite(staff, account('employee', 'active'))).toBe('account-active');
    expect(reasonNotToInvite(staff, account('employee', 'blocked'))).toBe('account-blocked');
    expect(reasonNotToInvite(staff, account('admin', 'active'))).toBe('not-allowed');
  });

  it('blocks others, never oneself', () => {
    expect(reasonNotToBlock({ role: 'admin', personId: 'p' }, account('admin', 'active'))).toBe('own-account');
    expect(reasonNotToBlock({ role: 'admin', personId: 'q' }, account('admin', 'active'))).toBeUndefined();
    expect(reasonNotToBlock({ role: 'staff', personId: 'q' }, account('staff', 'active'))).toBe('not-allowed');
  });
});
