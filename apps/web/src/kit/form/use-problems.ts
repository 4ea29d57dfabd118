import type { FieldProblem } from '@konnekt/shared/basics/problem';
import { useState } from 'react';

/**
 * What was wrong with fields when they were sent: what the screen finds (`found`) until it is mended, and what was refused until that
 * field changes; where it is of no field (`isOfField`), until anything does.
 */
export function useProblems(found: readonly FieldProblem[], isOfField: (pointer: string) => boolean = () => true) {
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
    /** Fields that were changed, with what is in them and what they are in. */
    touch: (names: readonly string[]) =>
      setRefused((before) =>
        before.filter(({ pointer }) => isOfField(pointer) && !names.some((name) => isNear(pointer, `/${name}`))),
      ),
    forget: () => {
      setPressed([]);
      setRefused([]);
    },
  };
}

const isNear = (one: string, other: string): boolean =>
  `${one}/`.startsWith(`${other}/`) || other.startsWith(`${one}/`);
