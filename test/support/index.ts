export { freePort } from "../../apps/server/src/postgres/index.ts";
export { BareClient, frame } from "./bare-client.ts";
export { type CraftedContent, content, craftUpdate, gap, gc, type PieceId } from "./craft-update.ts";
export { createTestDatabase, type TestDatabase } from "./create-test-database.ts";
export { launchBrowser } from "./launch-browser.ts";
export { OpenSection, Program, until } from "./program.ts";
export { frameHeader, RawLine } from "./raw-line.ts";
export { startServer, type TestServer } from "./start-server.ts";
export { metricOf, useOf, Witnesses } from "./witnesses.ts";
