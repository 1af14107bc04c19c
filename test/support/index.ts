export { freePort } from "../../apps/server/src/postgres/index.ts";
export { createTestDatabase, type TestDatabase } from "./create-test-database.ts";
export { launchBrowser } from "./launch-browser.ts";
export { OpenSection, Program, until } from "./program.ts";
export { describeWithRedis, startRedis, type TestRedis } from "./start-redis.ts";
export { startServer, type TestServer } from "./start-server.ts";
export { WireCutter } from "./wire-cutter.ts";
