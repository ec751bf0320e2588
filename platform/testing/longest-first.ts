import { BaseSequencer, type TestSpecification } from 'vitest/node'

// What takes long, by how long it takes. Two workers share the files: one that came last would keep the other waiting.
// What mostly waits goes beside what mostly works.
const longest = [
  'bench/custody-alarms/',
  'e2e/pages.e2e.ts',
  'e2e/exhibits.e2e.ts',
  'e2e/files.e2e.ts',
  'e2e/custody.e2e.ts',
  'e2e/',
  'apps/server/start.test.ts',
  'apps/server/fuzz/',
  'apps/server/set-up/',
]

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = longest.findIndex((part) => moduleId.includes(`/${part}`))
  return place === -1 ? longest.length : place
}

/** The files that take longest first; among equals as the runner would have it. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => placeOf(one) - placeOf(other))
  }
}
