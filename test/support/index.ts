export { freePort } from "../../apps/server/src/postgres/index.ts";
export { BareClient, frame } from "./bare-client.ts";
export { clearObjectives } from "./clear-objectives.ts";
export { type CraftedContent, content, craftUpdate, gap, gc, type PieceId } from "./craft-update.ts";
export { createTestDatabase, type TestDatabase } from "./create-test-database.ts";
export { launchBrowser } from "./launch-browser.ts";
export { hostile, keys, makePortalWorld, type PortalWorld } from "./portal-world.ts";
export { OpenSection, Program, until } from "./program.ts";
export {
  type BodyParts,
  type ForTest,
  insert,
  makeBody,
  type PlanParts,
  publishForTest,
  type Statements,
  sha256,
} from "./publish-for-test.ts";
export { frameHeader, RawLine } from "./raw-line.ts";
export { ipaFile, istatFile } from "./register-files.ts";
export { type ReceivedMail, startMailServer, type TestMailServer } from "./start-mail-server.ts";
export { describeWithRedis, startRedis, type TestRedis } from "./start-redis.ts";
export { startServer, type TestServer } from "./start-server.ts";
export { heading, objective, paragraph, textOf } from "./text-json.ts";
export { countWords, Typist, wordsHeardBy } from "./typist.ts";
export { WireCutter } from "./wire-cutter.ts";
export { metricOf, useOf, Witnesses } from "./witnesses.ts";
