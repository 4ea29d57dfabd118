import type { DocumentRow } from '@konnekt/shared/documents/document.schema';
import type { FoundDocument } from './document.repository.ts';

export function presentDocument(found: FoundDocument): DocumentRow {
  const { organisationId, organisationName, personId, personName, fileName, mediaType, size, sha256, ...row } = found;
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    category: row.category,
    language: row.language,
    role: row.role,
    organisation: organisationId ? { id: organisationId, name: organisationName ?? '•' } : null,
    person: personId ? { id: personId, name: personName ?? '•' } : null,
    validFrom: row.validFrom,
    validUntil: row.validUntil,
    asksConfirmation: row.asksConfirmation,
    number: row.number,
    at: row.at,
    file: { name: fileName, mediaType, size, sha256 },
    isNew: row.isNew,
    isToConfirm: row.isToConfirm,
    openedAt: row.openedAt,
    confirmedAt: row.confirmedAt,
    opened: row.opened,
    confirmed: row.confirmed,
    removedAt: row.removedAt,
  };
}
