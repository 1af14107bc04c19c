import path from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { root } from "./read-repository.ts";

/** Seconds, roughly, of the files that take much longer than others of their kind. A file that is not here is not wrong. */
const long: Readonly<Record<string, number>> = {
  "packages/api/src/access/matrix.test.ts": 60,
  "test/hostile-crowds.test.ts": 60,
  "test/faults.test.ts": 60,
  "test/start.test.ts": 40,
  "test/browser/nothing-lost.test.ts": 40,
  "test/browser/objectives.test.ts": 35,
  "test/browser/territory.test.ts": 30,
  "test/bench-country.test.ts": 30,
  "apps/server/src/postgres/start-postgres.test.ts": 25,
  "test/browser/pages.test.ts": 25,
  "test/browser/picking.test.ts": 25,
};
const usual: Readonly<Record<string, number>> = { browser: 15, platform: 10, unit: 1 };

/** The order in which the files of a run are given to its two workers. A browser and a server with its database fill two
 *  cores with something to do, two browsers fill them with waiting for each other: so the one worker gets the browsers and
 *  the other the platform's tests, each the longest first; the many short files come last, and end at about the same time. */
export default class Sequencer extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const ofKind = (...names: string[]) =>
      files
        .filter(({ project }) => names.includes(project.name))
        .sort(
          (one, other) => secondsOf(other) - secondsOf(one) || one.moduleId.localeCompare(other.moduleId),
        );
    return [...sideBySide(ofKind("browser"), ofKind("platform")), ...ofKind("unit"), ...ofKind("unit-apart")];
  }
}

/** In the order in which two workers come to them, of whom each keeps to its own as long as there are any. */
function sideBySide(
  ones: readonly TestSpecification[],
  others: readonly TestSpecification[],
): TestSpecification[] {
  const merged: TestSpecification[] = [];
  const [left, right] = [[...ones], [...others]];
  let [busyLeft, busyRight] = [0, 0];
  while (left.length > 0 || right.length > 0) {
    const isLeft = left.length > 0 && (right.length === 0 || busyLeft <= busyRight);
    const next = (isLeft ? left : right).shift()!;
    if (isLeft) busyLeft += secondsOf(next);
    else busyRight += secondsOf(next);
    merged.push(next);
  }
  return merged;
}

function secondsOf({ moduleId, project }: TestSpecification): number {
  return long[path.relative(root, moduleId)] ?? usual[project.name] ?? 1;
}
