import { isOffice } from '@konnekt/shared/basics/actor';
import { submissionsShown } from '@konnekt/shared/worksheets/worksheet.bounds';
import type { WorksheetEvent } from '@konnekt/shared/worksheets/worksheet.schema';
import type { WorksheetStatus } from '@konnekt/shared/worksheets/worksheet.status';
import type { Sight } from '#api/kit/visibility';
import type { StoredSubmission, StoredWorksheet } from './worksheet.repository.ts';
import type { MadeStep, Seal, Sent, WorksheetContent } from './worksheet-writing.repository.ts';

/** A worksheet as reading it again would find it: as it was read for the step, and what the step wrote. */
export function afterSave(
  stored: StoredWorksheet,
  sight: Sight,
  content: WorksheetContent,
  step: MadeStep,
): StoredWorksheet {
  const { remark, totalMinutes, workedMinutes, changes } = content;
  const sums = { totalMinutes, workedMinutes, lines: changes.lines, lastLineNumber: changes.lastNumber };
  const filledBy = isOffice(sight.actor) ? 'staff' : stored.filledBy;
  const saved = afterStep(stored, sight, { ...step, action: 'save', toStatus: stored.status });
  return { ...saved, ...sums, remark, filledBy };
}

export function afterSend(
  stored: StoredWorksheet,
  sight: Sight,
  { to, seal }: { to: WorksheetStatus; seal: Seal },
  { eventId, at, submissionNumber, waitsFor }: Sent,
): StoredWorksheet {
  const { totalMinutes, workedMinutes } = stored;
  const { name, role } = sight.actor;
  const sent = {
    number: submissionNumber,
    sentAt: at,
    sentByName: name,
    sentByRole: role,
    totalMinutes,
    workedMinutes,
  };
  const receipts = stored.lines.flatMap(({ receipt }) => receipt ?? []);
  const submissions = [...(stored.submissions ?? []), { ...sent, ...seal, receipts }];
  return {
    ...afterStep(stored, sight, { eventId, at, action: 'send', toStatus: to, submissionNumber }),
    submissions: submissions.filter(({ number }) => isShown(number, submissionNumber)),
    waitsFor,
  };
}

/** Of very many submissions the first and the newest are shown. */
const isShown = (number: StoredSubmission['number'], newest: number): boolean =>
  number === 1 || number > newest - (submissionsShown - 1);

interface Step extends MadeStep {
  action: WorksheetEvent['action'];
  toStatus: WorksheetStatus;
  submissionNumber?: number;
}

function afterStep(stored: StoredWorksheet, { actor }: Sight, step: Step): StoredWorksheet {
  const event: WorksheetEvent = {
    id: step.eventId,
    action: step.action,
    fromStatus: stored.status,
    toStatus: step.toStatus,
    at: step.at,
    actorName: actor.name,
    actorRole: actor.role,
    onBehalfOfName: null,
    submissionNumber: step.submissionNumber ?? null,
    reason: null,
    isFromMail: false,
    approvalText: null,
    isAfterAddressChange: actor.authMethod === 'password-after-address-change',
  };
  return {
    ...stored,
    version: stored.version + 1,
    status: step.toStatus,
    isAsDeclined: false,
    history: [...(stored.history ?? []), event],
  };
}
