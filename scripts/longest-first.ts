import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * What takes half a minute and more, some of it waiting, begins first: a run ends when the last of its files does. The others follow as vitest has
 * them, which knows how long they took before, or how large they are.
 */
const longest = [
  'routes.test.ts',
  'random-history.test.ts',
  'demo.test.ts',
  'import.crash.test.ts',
  'import.routes.test.ts',
  'upload.crash.test.ts',
  'import.fuzz.test.ts',
  'invoice.crash.test.ts',
  'crash.test.ts',
  'jobs.test.ts',
  'unavailable.test.ts',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    // Projects stay together, as they came.
    const projects = Map.groupBy(sorted, ({ project }) => project);
    return [...projects.values()].flatMap((ofOne) => ofOne.toSorted((one, other) => rankOf(one) - rankOf(other)));
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const rank = longest.indexOf(path.basename(moduleId));
  return rank < 0 ? longest.length : rank;
}
