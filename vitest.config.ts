import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

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

export default defineConfig({
  test: {
    // Limits are for what hangs, and generous: two runs side by side on two cores take four times as long.
    globalSetup: "test/support/run-desk.ts",
    reporters: ["default", "./test/support/summary-reporter.ts"],
    // Real servers answer in milliseconds, but two cores are shared by all that runs at once.
    maxWorkers: 2,
    projects: [
      {
        ...inNode,
        test: {
          name: "unit",
          include: ["{packages,apps}/**/*.test.{ts,tsx}"],
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
          expect,
          // One at a time: two browsers of two pages each on two cores measure the machine, not the product.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
