import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor, Role } from '../basics/actor.ts';
import { reasonNotTo, type WorksheetAction, type WorksheetFacts } from './worksheet.permissions.ts';
import { worksheetStatuses } from './worksheet.status.ts';

const actor = (role: Role, more: Partial<Actor> = {}): Actor => ({
  accountId: 'a',
  personId: 'me',
  employeeId: role === 'employee' ? 'my-employee' : null,
  role,
  name: 'Anna de Vries',
  sessionId: 's',
  authMethod: 'password',
  ...more,
});
const worksheet = (more: Partial<WorksheetFacts> = {}): WorksheetFacts => ({
  status: 'submitted',
  employeeId: 'somebody',
  employeePersonId: 'somebody-else',
  filledBy: 'employee',
  mayApprove: false,
  mayRegister: false,
  isAsDeclined: true,
  isClosed: false,
  isPaid: false,
  lastApproval: true,
  ...more,
});

type Who =
  | 'the employee'
  | 'another employee'
  | 'an approver'
  | 'a registrar'
  | 'a supervisor who only looks'
  | 'staff'
  | 'admin';
const people: Record<Who, [Actor, Partial<WorksheetFacts>]> = {
  'the employee': [actor('employee'), { employeeId: 'my-employee', employeePersonId: 'me' }],
  'another employee': [actor('employee'), {}],
  'an approver': [actor('supervisor'), { mayApprove: true }],
  'a registrar': [actor('supervisor'), { mayRegister: true }],
  'a supervisor who only looks': [actor('supervisor'), {}],
  staff: [actor('staff'), {}],
  admin: [actor('admin'), {}],
};

/** Who may do what to an employee's worksheet, in a state that allows it. */
const matrix: Record<WorksheetAction, [WorksheetFacts['status'], readonly Who[]]> = {
  save: ['draft', ['the employee', 'staff', 'admin']],
  send: ['draft', ['the employee']],
  withdraw: ['submitted', ['the employee']],
  'add-hours': ['approved', ['the employee', 'staff', 'admin']],
  correct: ['finalised', ['staff', 'admin']],
  comment: ['submitted', Object.keys(people) as Who[]],
  approve: ['submitted', ['an approver']],
  decline: ['submitted', ['an approver']],
  'undo-approval': ['approved', ['an approver']],
  'undo-decline': ['declined', ['an approver']],
  finalise: ['approved', ['staff', 'admin']],
  refuse: ['approved', ['staff', 'admin']],
  reopen: ['finalised', ['staff', 'admin']],
};

describe.each(Object.entries(matrix) as [WorksheetAction, (typeof matrix)[WorksheetAction]][])(
  'to %s',
  (action, [status, allowed]) => {
    it.each(Object.keys(people) as Who[])('%s', (who) => {
      const [person, facts] = people[who];
      const isAllowed = reasonNotTo(action, person, worksheet({ ...facts, status })) === undefined;
      expect(isAllowed).toBe(allowed.includes(who));
    });
  },
);

describe('a worksheet that was declined', () => {
  it('is taken back only as it was declined, by an approver', () => {
    const may = (facts: Partial<WorksheetFacts>) =>
      reasonNotTo('undo-decline', actor('supervisor'), worksheet({ status: 'declined', mayApprove: true, ...facts }));
    expect(may({})).toBeUndefined();
    expect(may({ isClosed: true })).toBeUndefined();
    expect(may({ isAsDeclined: false })).toBe('wrong-state');
    expect(may({ employeePersonId: 'me' })).toBe('own-hours');
  });
});

describe('a worksheet that a supervisor registers', () => {
  const registered = (facts: Partial<WorksheetFacts>) =>
    worksheet({ filledBy: 'supervisor', status: 'draft', ...facts });

  it('is taken back by who may register, as long as the period is open', () => {
    const may = (facts: Partial<WorksheetFacts>) =>
      reasonNotTo('undo-approval', actor('supervisor'), registered({ status: 'approved', ...facts }));
    expect(may({ mayRegister: true })).toBeUndefined();
    expect(may({ mayApprove: true })).toBe('not-allowed');
    expect(may({ mayRegister: true, isClosed: true })).toBe('period-closed');
  });

  it('is filled in by whoever may register there, not by the employee', () => {
    expect(reasonNotTo('save', actor('supervisor'), registered({ mayRegister: true }))).toBeUndefined();
    expect(reasonNotTo('save', actor('employee'), registered({ employeeId: 'my-employee' }))).toBe('not-allowed');
  });
});

describe('nobody', () => {
  it('registers their own hours: sending those is approving them', () => {
    const own = worksheet({ filledBy: 'supervisor', status: 'draft', mayRegister: true, employeePersonId: 'me' });
    for (const action of ['save', 'send', 'add-hours'] as const) {
      expect(reasonNotTo(action, actor('supervisor'), own)).toBe('own-hours');
    }
  });

  const any = fc.record({
    role: fc.constantFrom<Role>('employee', 'supervisor', 'staff', 'admin'),
    status: fc.constantFrom(...worksheetStatuses),
    filledBy: fc.constantFrom('employee' as const, 'supervisor' as const, 'staff' as const),
    mayApprove: fc.boolean(),
    mayRegister: fc.boolean(),
    isClosed: fc.boolean(),
    lastApproval: fc.boolean(),
  });

  it('decides on their own hours, whatever else they are', () => {
    fc.assert(
      fc.property(any, ({ role, ...facts }) => {
        const own = worksheet({ ...facts, employeeId: 'my-employee', employeePersonId: 'me' });
        for (const action of ['approve', 'decline', 'finalise', 'refuse'] as const) {
          expect(reasonNotTo(action, actor(role, { employeeId: 'my-employee' }), own)).toBeDefined();
        }
      }),
    );
  });

  it('changes lines of what was sent', () => {
    fc.assert(
      fc.property(any, ({ role, ...facts }) => {
        fc.pre(facts.status !== 'draft' && facts.status !== 'declined');
        expect(reasonNotTo('save', actor(role, { employeeId: 'somebody' }), worksheet(facts))).toBeDefined();
      }),
    );
  });
});

describe('a period that the agency closed', () => {
  it('takes no hours any more, while what was sent is still decided on', () => {
    const own = { employeeId: 'my-employee', isClosed: true };
    const me = actor('employee', { employeeId: 'my-employee' });
    expect(reasonNotTo('save', me, worksheet({ ...own, status: 'draft' }))).toBe('period-closed');
    expect(reasonNotTo('send', me, worksheet({ ...own, status: 'draft' }))).toBe('period-closed');
    expect(reasonNotTo('withdraw', me, worksheet(own))).toBe('period-closed');
    expect(reasonNotTo('add-hours', me, worksheet(own))).toBe('period-closed');
    expect(
      reasonNotTo('approve', actor('supervisor'), worksheet({ isClosed: true, mayApprove: true })),
    ).toBeUndefined();
    expect(reasonNotTo('finalise', actor('staff'), worksheet({ isClosed: true, status: 'approved' }))).toBeUndefined();
  });
});
