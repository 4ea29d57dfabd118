export const worksheetStatuses = ['draft', 'submitted', 'declined', 'approved', 'finalised'] as const;
export type WorksheetStatus = (typeof worksheetStatuses)[number];

/** Who fills a worksheet in; staff do so for an employee who cannot. Only what a supervisor registers needs no approval. */
export type FilledBy = 'employee' | 'supervisor' | 'staff';

interface Step {
  from: readonly WorksheetStatus[];
  to: WorksheetStatus;
}

/** The life of a worksheet (PRODUCT.md 3): from which states a step is possible, and where it leads. */
export const worksheetSteps = {
  send: { from: ['draft', 'declined'], to: 'submitted' },
  withdraw: { from: ['submitted'], to: 'draft' },
  approve: { from: ['submitted'], to: 'approved' },
  decline: { from: ['submitted'], to: 'declined' },
  'undo-approval': { from: ['approved'], to: 'submitted' },
  'undo-decline': { from: ['declined'], to: 'submitted' },
  finalise: { from: ['approved'], to: 'finalised' },
  refuse: { from: ['approved'], to: 'declined' },
  reopen: { from: ['finalised'], to: 'approved' },
} as const satisfies Record<string, Step>;

export type WorksheetStep = keyof typeof worksheetSteps;

/** The steps that are decided on many at once. */
export const decisions = [
  'approve',
  'decline',
  'undo-approval',
  'undo-decline',
  'finalise',
  'refuse',
  'reopen',
] as const;
export type Decision = (typeof decisions)[number];

/**
 * The step as this agency knows it, of a worksheet that was filled in so. An agency without a last approval finalises at the
 * moment of approving. Sending what a supervisor registers is its approval: undone, it is to be sent again.
 */
export function stepOf(
  step: WorksheetStep,
  { lastApproval, filledBy }: { lastApproval: boolean; filledBy: FilledBy },
): Step {
  if (!lastApproval && step === 'approve') return { from: ['submitted'], to: 'finalised' };
  if (step !== 'undo-approval') return worksheetSteps[step];
  const from: WorksheetStatus[] = lastApproval ? ['approved'] : ['approved', 'finalised'];
  return { from, to: filledBy === 'supervisor' ? 'draft' : 'submitted' };
}

/** Lines may be changed only before sending, and after a decline. */
export const isOpenForEntry = (status: WorksheetStatus): boolean => status === 'draft' || status === 'declined';

/** Sent, so that hours can only be added as a supplement. A declined worksheet is mended itself. */
export const isSent = (status: WorksheetStatus): boolean =>
  status === 'submitted' || status === 'approved' || status === 'finalised';

/** Lists by what waits for whom. `to-fill` also counts placements that owe a worksheet and have none. */
export const phases = ['to-fill', 'to-approve', 'to-finalise', 'done'] as const;
export type Phase = (typeof phases)[number];

export const phaseStatuses = {
  'to-fill': ['draft', 'declined'],
  'to-approve': ['submitted'],
  'to-finalise': ['approved'],
  done: ['finalised'],
} as const satisfies Record<Phase, readonly WorksheetStatus[]>;
