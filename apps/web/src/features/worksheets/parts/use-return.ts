import { useEffect } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { takeReturn } from './walk.ts';

/** What the way back to a list says to it. */
export const returning = { isReturn: true } as const;

/** Whoever comes back from a worksheet is at its row again: `focusRow` is told which one, after the screen has its place. */
export function useReturn(ids: readonly string[], focusRow: (id: string) => void): void {
  const { pathname, search, state } = useLocation();
  const isReturn = useNavigationType() === 'POP' || isReturning(state);
  useEffect(() => {
    const id = isReturn ? takeReturn(pathname + search, ids) : undefined;
    if (id) requestAnimationFrame(() => focusRow(id));
  });
}

const isReturning = (state: unknown) => typeof state === 'object' && state !== null && 'isReturn' in state;
