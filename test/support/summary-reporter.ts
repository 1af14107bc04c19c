import { writeSync } from "node:fs";
import type { Reporter, TestModule, Vitest } from "vitest/node";

/** Ends the run with one line for people and for programs: `N passed, N failed`. A file that does not load, and
 *  an error outside every test, count as one failed. */
export default class SummaryReporter implements Reporter {
  private line = "";

  onInit(vitest: Vitest): void {
    if (vitest.config.watch) return;
    // After whatever Vitest itself still says while it ends.
    process.once("exit", () => {
      writeSync(1, this.line === "" ? "0 passed, 1 failed\n" : `${this.line}\n`);
    });
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = { passed: 0, failed: errors.length, skipped: 0 };
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      for (const test of tests) {
        const { state } = test.result();
        counts[state === "pending" ? "skipped" : state]++;
      }
      const failedBeside =
        module.state() === "failed" && !tests.some((test) => test.result().state === "failed");
      if (failedBeside) counts.failed++;
    }
    const { passed, failed, skipped } = counts;
    this.line = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
  }
}
