import type { Notice } from '@konnekt/shared/notices/notice.contract';
import { isOfMessages } from '@konnekt/shared/notices/notice.words';
import type { listNotices } from './notice.repository.ts';

type Found = Awaited<ReturnType<typeof listNotices>>['items'][number];

export function presentNotice({
  id,
  at,
  isRead,
  by,
  kind,
  aboutId,
  title,
  reason,
  organisationName,
  period,
}: Found): Notice {
  const told = { id, at, isRead, by };
  return isOfMessages(kind)
    ? { ...told, kind, threadId: aboutId, title }
    : { ...told, kind, worksheetId: aboutId, reason, organisationName, period };
}
