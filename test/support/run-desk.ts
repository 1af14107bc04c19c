import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { TestProject } from "vitest/node";
import { RunBuild } from "./run-build.ts";
import { RunDatabases } from "./run-databases.ts";
import { RunRedis } from "./run-redis.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the test files of this run ask for what they share. */
    runDesk: string;
  }
}

/** What a whole run needs once: one PostgreSQL and one build. Test files run in processes of their own and ask
 *  for them here, so neither is made for a run that does not need it. */
export default async function openRunDesk(project: TestProject): Promise<() => Promise<void>> {
  const build = new RunBuild();
  const databases = new RunDatabases(build);
  const redis = new RunRedis();

  const answer = async (request: IncomingMessage): Promise<string> => {
    const body = await text(request);
    if (request.url === "/build") return build.folder();
    if (request.url === "/redis") return JSON.stringify(await redis.find());
    if (request.url === "/database" && request.method === "POST") return databases.create(body);
    if (request.url === "/database" && request.method === "DELETE") return databases.drop(body);
    throw new Error(`the desk knows no ${request.method} ${request.url}`);
  };
  const desk = createServer((request, response) => {
    answer(request).then(
      (answered) => response.end(answered),
      (error: Error) => response.writeHead(500).end(error.stack ?? error.message),
    );
  });
  // Seeding the demo on a busy machine is slower than Node's patience with a request.
  desk.requestTimeout = 0;
  await new Promise<void>((resolve) => desk.listen(0, "127.0.0.1", resolve));
  project.provide("runDesk", `http://127.0.0.1:${(desk.address() as AddressInfo).port}`);

  return async () => {
    desk.closeAllConnections();
    desk.close();
    await databases.close();
  };
}
