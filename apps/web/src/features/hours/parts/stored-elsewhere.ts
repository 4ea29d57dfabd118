import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

const channelName = 'konnekt.hours';

/** Tells the other windows of this browser that hours were saved, sent or taken back here. */
export function tellHoursStored(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage('stored');
  channel.close();
}

/**
 * Goes along with what other windows store: what this one shows is asked again. Who is typing here is not overtaken: then it is asked when
 * they come back to this window.
 */
export function useStoredElsewhere(queryKey: QueryKey): void {
  const queryClient = useQueryClient();
  const key = JSON.stringify(queryKey);
  useEffect(() => {
    const channel = new BroadcastChannel(channelName);
    channel.onmessage = () => {
      const refetchType = document.hasFocus() ? 'none' : 'active';
      void queryClient.invalidateQueries({ queryKey: JSON.parse(key), refetchType });
    };
    return () => channel.close();
  }, [queryClient, key]);
}
