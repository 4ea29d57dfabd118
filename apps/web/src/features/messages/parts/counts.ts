import type { MessageCounts } from '@konnekt/shared/messages/message.contract';
import { skipToken, useQuery } from '@tanstack/react-query';

export const countsKey = ['messages', 'counts'];

/** How much is new, as it was asked last: whoever shows it in passing asks nothing for it. */
export const useKnownCounts = (): MessageCounts | undefined =>
  useQuery<MessageCounts>({ queryKey: countsKey, queryFn: skipToken }).data;
