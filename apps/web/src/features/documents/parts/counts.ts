import type { DocumentCounts } from '@konnekt/shared/documents/document.contract';
import { skipToken, useQuery } from '@tanstack/react-query';

export const documentCountsKey = ['documents', 'counts'];

/** How much is new, as it was asked last: whoever shows it in passing asks nothing for it. */
export const useKnownDocumentCounts = (): DocumentCounts | undefined =>
  useQuery<DocumentCounts>({ queryKey: documentCountsKey, queryFn: skipToken }).data;
