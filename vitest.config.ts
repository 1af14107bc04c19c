import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import Sequencer from "./test/support/sequencer.ts";

const installed = fileURLToPath(new URL("node_modules", import.meta.url));

/** What is waited for in every project; a second, the default, is not much on two shared cores. */
const expect = { poll: { timeout: 30_000 } };

/** What a project of tests that run in Node shares with the others. */
const inNode = {
  // The entities are written for the decorators that TypeORM and type-graphql know.
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: false } },
  resolve: {
    alias: [
      // Packages outside the bundle load graphql's CommonJS file; a second copy of it knows no type of theirs.
      { find: /^graphql$/, replacement: `${installed}/graphql/index.js` },
      // The package names no file that Node can load.
      { find: /^design-react-kit$/, replacement: `${installed}/design-react-kit/dist/index.cjs` },
    ],
  },
};

/** Tests that put something of their own in the place of a module or of what a browser has, for the whole process. */
const needTheirOwn = ["apps/web/**/*.test.{ts,tsx}", "packages/identity/src/login.test.ts"];

export default defineConfig({
  test: {
    // Limits are for what hangs, and generous: two runs side by side on two cores take four times as long.
    globalSetup: "test/support/run-desk.ts",
    reporters: ["default", "./test/support/summary-reporter.ts"],
    // Real servers answer in milliseconds, but two cores are shared by all that runs at once.
    maxWorkers: 2,
    sequence: { sequencer: Sequencer },
    projects: [
      {
        ...inNode,
        test: {
          name: "unit",
          include: ["{packages,apps}/**/*.test.{ts,tsx}"],
          exclude: [...needTheirOwn, "**/node_modules/**"],
          pool: "forks",
          // To load the entities and the schema takes longer than most files: those that follow each other find them loaded.
          isolate: false,
          expect,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...inNode,
        test: {
          name: "unit-apart",
          include: needTheirOwn,
          exclude: ["**/node_modules/**"],
          setupFiles: "apps/web/src/testing/react-before-kit.ts",
          pool: "forks",
          expect,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...inNode,
        test: {
          name: "platform",
          include: ["test/**/*.test.ts"],
          // The workspace's links lead from there to the packages' own tests.
          exclude: ["test/browser/**", "**/node_modules/**"],
          pool: "forks",
          expect,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        ...inNode,
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          pool: "forks",
          expect: { poll: { timeout: 60_000 } },
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
