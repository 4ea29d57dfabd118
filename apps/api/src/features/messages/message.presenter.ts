import type { ThreadRow } from '@konnekt/shared/messages/message.schema';
import type { FoundThread } from './thread.repository.ts';

export const presentThread = (found: FoundThread): ThreadRow => ({
  id: found.id,
  version: found.version,
  title: found.title,
  personName: found.personName,
  organisationName: found.organisationName,
  last: {
    number: found.lastNumber,
    at: found.lastAt,
    byName: found.lastBy,
    isOffice: found.lastIsOffice,
    isOwn: found.lastIsOwn,
    excerpt: found.excerpt,
  },
  hasFiles: found.hasFiles,
  isUnread: found.isUnread,
  isArchived: found.isArchived,
  waitingSince: found.waitingSince,
  takenBy: found.takenById && found.takenByName ? { id: found.takenById, name: found.takenByName } : null,
});
