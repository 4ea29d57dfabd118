import type { Notice } from '@konnekt/shared/notices/notice.contract';
import { isOfHours, isReminder } from '@konnekt/shared/notices/notice.words';
import type { listNotices } from './notice.repository.ts';

type Found = Awaited<ReturnType<typeof listNotices>>['items'][number];

export function presentNotice(found: Found): Notice {
  const { id, at, isRead, kind, aboutId, by, title, isNewVersion, reason, organisationName, period } = found;
  const told = { id, at, isRead };
  if (isReminder(kind)) return { ...told, kind };
  return isOfHours(kind)
    ? { ...told, kind, by, worksheetId: aboutId, reason, organisationName, period }
    : { ...told, kind, by, aboutId, title, isNewVersion };
}
