import fc from 'fast-check';

const MOST_ROUNDS = 20;

/** Tries random cases, and as many again until all kinds of them came about: rare ones belong to every run, not to most. */
export async function tryUntil<Case>(
  isEnough: () => boolean,
  property: fc.IAsyncProperty<Case>,
  numRuns: number,
): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS && (round === 0 || !isEnough()); round++)
    await fc.assert(property, { numRuns });
}
