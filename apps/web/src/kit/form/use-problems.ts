import type { FieldProblem } from '@konnekt/shared/basics/problem';
import { useState } from 'react';

/**
 * What was wrong with fields when they were sent: what the screen finds (`found`) until it is mended, and what was refused until that
 * field changes.
 */
export function useProblems(found: readonly FieldProblem[]) {
  const [pressed, setPressed] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState<readonly FieldProblem[]>([]);
  return {
    problems: [...found.filter(({ pointer }) => pressed.includes(pointer)), ...refused],
    /** Says what is found now, and answers whether that is anything. */
    press: (): boolean => {
      setPressed(found.map(({ pointer }) => pointer));
      setRefused([]);
      return found.length > 0;
    },
    refuse: setRefused,
    /** Fields that were changed, by the beginning of their names. */
    touch: (names: readonly string[]) =>
      setRefused((before) => before.filter(({ pointer }) => !names.some((name) => pointer.startsWith(`/${name}`)))),
    forget: () => {
      setPressed([]);
      setRefused([]);
    },
  };
}
