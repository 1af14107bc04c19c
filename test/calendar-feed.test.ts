import { Program, startServer, type TestServer } from "@upiao/test";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";

let server: TestServer;
let address: string;

beforeAll(async () => {
  server = await startServer();
  const paolo = await Program.login(server.url, "redattore.capannori");
  const { data } = await paolo.ask<{ openCalendarFeed: string }>("mutation { openCalendarFeed }");
  address = server.url + data.openCalendarFeed;
});
afterAll(() => server.stop());

const tokenOf = (url: string) => /([\w-]{43})\.ics$/.exec(url)![1]!;

it("[T42] the secret address of a calendar stands in no log, also when its reading fails", async () => {
  const answer = await fetch(address);
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
  expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR\r\n.*END:VCALENDAR\s*$/s);
  const database = new pg.Client({ connectionString: server.databaseUrl });
  await database.connect();
  await database.query("ALTER TABLE calendar_feed RENAME TO calendar_feed_away");
  try {
    const failed = await fetch(address);
    expect(failed.status).toBe(500);
    expect(await failed.text()).not.toMatch(/calendar_feed|SELECT/);
  } finally {
    await database.query("ALTER TABLE calendar_feed_away RENAME TO calendar_feed");
    await database.end();
  }
  await expect.poll(() => server.log()).toContain("a request could not be answered");
  expect(server.log()).not.toContain(tokenOf(address));
});

it("[T03] an address that leads nowhere is a plain 404, and is counted", async () => {
  const counted = async () => {
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    return Number(/^upiao_\w*not_found\w* (\d+)/m.exec(metrics)?.[1]);
  };
  const before = await counted();
  const answer = await fetch(`${server.url}/calendario/${"a".repeat(43)}.ics`);
  expect(answer.status).toBe(404);
  expect(await counted()).toBe(before + 1);
});
