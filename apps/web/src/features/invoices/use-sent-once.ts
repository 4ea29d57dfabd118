import { useRef, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import { isAlreadySent } from '../../api/problem.ts';

/**
 * Does something new once, however often it is sent for an answer that was lost: under an id of this dialog. Where it arrived as it was
 * before, that is said, and what is sent after is something else.
 */
export function useSentOnce<Asked extends object, Made>(act: (asked: Asked & { id: string }) => Promise<Made>) {
  const [first] = useState(newId);
  const id = useRef(first);
  return (asked: Asked): Promise<Made> =>
    act({ ...asked, id: id.current }).catch((error: unknown) => {
      if (isAlreadySent(error)) id.current = newId();
      throw error;
    });
}
