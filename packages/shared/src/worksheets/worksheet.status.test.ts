import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isOpenForEntry,
  isSent,
  phaseStatuses,
  phases,
  stepOf,
  type WorksheetStatus,
  type WorksheetStep,
  worksheetStatuses,
  worksheetSteps,
} from './worksheet.status.ts';

const steps = Object.keys(worksheetSteps) as WorksheetStep[];
const agencies = fc.record({
  lastApproval: fc.boolean(),
  filledBy: fc.constantFrom('employee' as const, 'supervisor' as const),
});

describe('the life of a worksheet', () => {
  it.each([
    ['send', 'draft', 'submitted'],
    ['send', 'declined', 'submitted'],
    ['withdraw', 'submitted', 'draft'],
    ['approve', 'submitted', 'approved'],
    ['decline', 'submitted', 'declined'],
    ['undo-approval', 'approved', 'submitted'],
    ['undo-decline', 'declined', 'submitted'],
    ['finalise', 'approved', 'finalised'],
    ['refuse', 'approved', 'declined'],
    ['reopen', 'finalised', 'approved'],
  ] as const)('%s leads from %s to %s', (step, from, to) => {
    expect(stepOf(step, { lastApproval: true, filledBy: 'employee' })).toMatchObject({
      from: expect.arrayContaining([from]),
      to,
    });
  });

  it('has no step that is not in the table above', () => {
    const edges = steps.flatMap((step) => worksheetSteps[step].from.map((from) => `${step} ${from}`));
    expect(edges).toHaveLength(10);
  });

  it('finalises at the moment of approving where there is no last approval, and can be undone from there', () => {
    const filledBy = 'employee';
    expect(stepOf('approve', { lastApproval: false, filledBy }).to).toBe('finalised');
    expect(stepOf('undo-approval', { lastApproval: false, filledBy }).from).toContain('finalised');
    expect(stepOf('undo-approval', { lastApproval: true, filledBy }).from).not.toContain('finalised');
  });

  it('is to be sent again when an approval is undone that was made by sending', () => {
    expect(stepOf('undo-approval', { lastApproval: true, filledBy: 'employee' }).to).toBe('submitted');
    expect(stepOf('undo-approval', { lastApproval: true, filledBy: 'supervisor' }).to).toBe('draft');
  });

  it('reaches approval only from what was submitted, whatever steps are taken', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...steps)), agencies, (taken, agency) => {
        let status: WorksheetStatus = 'draft';
        for (const name of taken) {
          const step = stepOf(name, agency);
          if (!step.from.includes(status)) continue;
          if (name === 'approve') expect(status).toBe('submitted');
          if (name === 'finalise') expect(status).toBe('approved');
          status = step.to;
        }
        expect(worksheetStatuses).toContain(status);
      }),
    );
  });

  it('never traps anybody: from every state a step leads on, or back', () => {
    for (const status of worksheetStatuses) {
      const ways = steps.filter((step) =>
        stepOf(step, { lastApproval: true, filledBy: 'employee' }).from.includes(status),
      );
      expect(ways.length, status).toBeGreaterThan(0);
    }
  });

  it('is open for entry, or sent, and never both', () => {
    for (const status of worksheetStatuses) expect(isOpenForEntry(status)).toBe(!isSent(status));
  });

  it('stands in exactly one phase in every state', () => {
    for (const status of worksheetStatuses) {
      const found = phases.filter((phase) => (phaseStatuses[phase] as readonly WorksheetStatus[]).includes(status));
      expect(found, status).toHaveLength(1);
    }
  });
});
