import type { FieldProblem } from '@konnekt/shared/basics/problem';
import { useState } from 'react';

/**
 * What was wrong with fields when they were sent: what the screen finds (`found`) until it is mended, and what the API refused until that
 * field changes.
 */
export function useProblems(found: readonly FieldProblem[]) {
  const [pressed, setPressed] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState<readonly FieldProblem[]>([]);
  return {
    problems: [...found.filter(({ pointer }) => pressed.includes(pointer)), ...refused],
    press: () => {
      setPressed(found.map(({ pointer }) => pointer));
      setRefused([]);
    },
    refuse: setRefused,
    touch: (change: object) =>
      setRefused((before) =>
        before.filter(({ pointer }) => !Object.keys(change).some((name) => pointer.startsWith(`/${name}`))),
      ),
  };
}
