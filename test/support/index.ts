export { createTestDatabase, type TestDatabase, type TestDatabaseKind } from "./create-test-database.ts";
export { launchBrowser } from "./launch-browser.ts";
export { type ServerOptions, startServer, type TestServer } from "./start-server.ts";
