let ask: (() => void) | undefined;

/** Sets what happens when the answer to an act is lost: what the screens show is asked again, and so tells what became of it. */
export function onLostAnswer(callback: () => void): void {
  ask = callback;
}

export const tellOfLostAnswer = (): void => ask?.();
