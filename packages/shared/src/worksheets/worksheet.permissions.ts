import { type Actor, isOffice } from '../basics/actor.ts';
import {
  type FilledBy,
  isOpenForEntry,
  isSent,
  stepOf,
  type WorksheetStatus,
  type WorksheetStep,
  worksheetSteps,
} from './worksheet.status.ts';

/** Everything that decides what a person may do with a worksheet they can see. */
export interface WorksheetFacts {
  status: WorksheetStatus;
  employeeId: string;
  /** The person behind the employee. */
  employeePersonId: string;
  filledBy: FilledBy;
  /** What the actor may do today at the worksheet's organisation. */
  mayApprove: boolean;
  mayRegister: boolean;
  /** The client declined it, and nothing of it was changed since. */
  isAsDeclined: boolean;
  /** The agency closed its period: nothing of it is filled in or sent any more. */
  isClosed: boolean;
  /** A payroll run or an invoice took it: only a correction changes it now. */
  isPaid: boolean;
  /** The agency does a last approval (setting). */
  lastApproval: boolean;
}

const worksheetActions: readonly WorksheetAction[] = [
  'save',
  'add-hours',
  'correct',
  'comment',
  ...(Object.keys(worksheetSteps) as WorksheetStep[]),
];
export type WorksheetAction = 'save' | 'add-hours' | 'correct' | 'comment' | WorksheetStep;

/** The actions open to this person now; screens show these, the API refuses the others. */
export const allowedActions = (actor: Actor, worksheet: WorksheetFacts): WorksheetAction[] =>
  worksheetActions.filter((action) => !reasonNotTo(action, actor, worksheet));

/**
 * Why this person may not do this to this worksheet: nothing when they may. Nobody approves their own hours, staff
 * included; the agency decides only after the client has.
 */
export function reasonNotTo(
  action: WorksheetAction,
  actor: Actor,
  worksheet: WorksheetFacts,
): 'not-allowed' | 'own-hours' | 'wrong-state' | 'period-closed' | 'already-paid' | undefined {
  const right = rightTo[action](actor, worksheet);
  if (right !== undefined) return right;
  // What was registered would be to be sent again.
  const leadsBack = action === 'undo-approval' && worksheet.filledBy === 'supervisor';
  if (worksheet.isClosed && (entering.includes(action) || leadsBack)) return 'period-closed';
  if (action === 'comment') return undefined;
  if (action === 'save') return isOpenForEntry(worksheet.status) ? undefined : 'wrong-state';
  if (action === 'undo-decline' && !worksheet.isAsDeclined) return 'wrong-state';
  if (action === 'correct') return worksheet.status === 'finalised' ? undefined : 'wrong-state';
  if (action === 'add-hours') return isSent(worksheet.status) ? undefined : 'wrong-state';
  if (!stepOf(action, worksheet).from.includes(worksheet.status)) return 'wrong-state';
  return worksheet.isPaid ? 'already-paid' : undefined;
}

/** Why this person may not start a worksheet of this placement, where they may register today or not: nothing when they may. */
export function reasonNotToStart(
  actor: Pick<Actor, 'employeeId' | 'role'>,
  placement: { basis: 'flexible' | 'fixed'; hoursBy: 'employee' | 'supervisor'; employeeId: string },
  mayRegister: boolean,
): 'placement-has-fixed-hours' | 'placement-registered-by-supervisor' | 'not-allowed' | 'own-hours' | undefined {
  const isOwn = actor.employeeId === placement.employeeId;
  if (placement.basis === 'fixed') return 'placement-has-fixed-hours';
  // The office enters for anybody: from paper, by phone.
  if (isOffice(actor)) return isOwn ? 'own-hours' : undefined;
  if (placement.hoursBy === 'employee') return isOwn ? undefined : 'not-allowed';
  if (mayRegister) return isOwn ? 'own-hours' : undefined;
  return isOwn ? 'placement-registered-by-supervisor' : 'not-allowed';
}

const entering: readonly WorksheetAction[] = ['save', 'send', 'add-hours', 'withdraw'];

type Right = (actor: Actor, worksheet: WorksheetFacts) => 'not-allowed' | 'own-hours' | undefined;

/**
 * Whoever fills a worksheet in: the employee their own, a supervisor those they register (that approves them: never their own), the
 * office what it began.
 */
const fillsIn: Right = (actor, { filledBy, employeeId, employeePersonId, mayRegister }) => {
  if (filledBy === 'employee') return actor.employeeId === employeeId ? undefined : 'not-allowed';
  if (filledBy === 'supervisor' && mayRegister) return actor.personId === employeePersonId ? 'own-hours' : undefined;
  return filledBy === 'staff' ? entersForOthers(actor, employeePersonId) : 'not-allowed';
};

const entersForOthers = (actor: Actor, employeePersonId: string) => {
  if (!isOffice(actor)) return 'not-allowed';
  return actor.personId === employeePersonId ? 'own-hours' : undefined;
};

/** The office enters hours for anybody; what somebody else began it takes over by saving it. */
const enters: Right = (actor, worksheet) =>
  isOffice(actor) ? entersForOthers(actor, worksheet.employeePersonId) : fillsIn(actor, worksheet);

const approves: Right = (actor, { mayApprove, employeePersonId }) => {
  if (!mayApprove) return 'not-allowed';
  return actor.personId === employeePersonId ? 'own-hours' : undefined;
};

const finalises: Right = (actor, { employeePersonId }) => {
  if (!isOffice(actor)) return 'not-allowed';
  return actor.personId === employeePersonId ? 'own-hours' : undefined;
};

const rightTo: Record<WorksheetAction, Right> = {
  save: enters,
  send: fillsIn,
  'add-hours': enters,
  correct: finalises,
  withdraw: (actor, worksheet) => (worksheet.filledBy === 'supervisor' ? 'not-allowed' : fillsIn(actor, worksheet)),
  comment: () => undefined,
  approve: approves,
  decline: approves,
  'undo-approval': (actor, worksheet) =>
    worksheet.filledBy === 'supervisor' ? fillsIn(actor, worksheet) : approves(actor, worksheet),
  'undo-decline': approves,
  finalise: finalises,
  refuse: finalises,
  reopen: finalises,
};
