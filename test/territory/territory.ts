import { writeFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { strategyEditions } from "@upiao/catalog";
import { loadStrategy, migrate, openDatabase } from "@upiao/db";
import { startPostgres } from "../support/start-postgres.ts";
import { readByHand } from "./by-hand.ts";
import { makeTerritory } from "./make-territory.ts";
import { type AnsweredTerritory, openDoor } from "./open-door.ts";

/** What the issue asks for: at most three times what it takes by hand, and the whole country in two seconds. */
const mostRatio = 3;
const mostCountryMs = 2_000;

const { values } = parseArgs({
  options: {
    bodies: { type: "string", default: "100" },
    indicators: { type: "string", default: "40" },
    country: { type: "string", default: "7900" },
    rounds: { type: "string", default: "15" },
  },
});
const [bodies, indicators, country, rounds] = [
  values.bodies,
  values.indicators,
  values.country,
  values.rounds,
].map(Number) as [number, number, number, number];
const firstYear = 2026;
const lastYear = firstYear + 2;
// What the page of a territory asks for, without what its other files ask.
const queryFiles = ["territory/territory", "body/body"];
const query = (
  await Promise.all(queryFiles.map((file) => readFile(`apps/web/src/features/${file}.graphql`, "utf8")))
).join("\n");
const say = (line: string) => process.stderr.write(`${line}\n`);

const folder = await mkdtemp(path.join(tmpdir(), "upiao-bench-territory-"));
const postgres = await startPostgres({ dataDir: folder, durable: false });
const database = await openDatabase(postgres.url);
try {
  await migrate(database);
  say(`${bodies} enti con ${indicators} indicatori ciascuno`);
  const province = await makeTerritory(database, { bodies, indicators, year: firstYear });
  say(`${country} enti di tutto il Paese`);
  const whole = await makeTerritory(database, { bodies: country, indicators, year: firstYear });
  // The plans are given their edition, whose codes the coverage asks for.
  await loadStrategy(database, strategyEditions());
  await database.query("VACUUM ANALYZE");
  const door = await openDoor(postgres.url);
  try {
    const ask = (of: typeof province) => door.ask(of.token, query, { officeId: of.officeId, year: lastYear });
    // Nothing is kept yet: each section is summed for the first time.
    const [answer, firstMs] = await timed(() => ask(province));
    door.statements.length = 0;
    await ask(province);
    const ofProvince = door.statements.length;
    // In turns, so that what else the machine does falls on both.
    const times = { door: [] as number[], hand: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      times.hand.push(await timeOf(() => readByHand(database, province.officeId, lastYear)));
      times.door.push(await timeOf(() => ask(province)));
    }
    // Every body has corrected a value since.
    await database.query(
      "UPDATE measurement SET value = value + 1 WHERE body_id IN (SELECT body_id FROM office_member WHERE office_id = $1)",
      [province.officeId],
    );
    const [, changedMs] = await timed(() => ask(province));
    const [doorMs, handMs] = [median(times.door), median(times.hand)];
    say("tutto il Paese");
    const [wholeAnswer, countryFirstMs] = await timed(() => ask(whole));
    const countryTimes: number[] = [];
    door.statements.length = 0;
    for (let round = 0; round < Math.min(5, rounds); round++)
      countryTimes.push(await timeOf(() => ask(whole)));
    const statements = { province: ofProvince, country: door.statements.length / countryTimes.length };
    const countryHandMs = await timeOf(() => readByHand(database, whole.officeId, lastYear));
    const countryMs = median(countryTimes);
    const ratio = doorMs / handMs;
    const verdict = {
      ratio: ratio <= mostRatio ? "pass" : "fail",
      country: countryMs <= mostCountryMs ? "pass" : "fail",
    };
    const result = {
      machine: { cpus: cpus().length, model: cpus()[0]?.model, node: process.version },
      options: { bodies, indicators, country, rounds },
      ...{ mostRatio, mostCountryMs, verdict, statements },
      province: {
        ...figuresOf(answer),
        doorMs,
        handMs,
        ratio,
        firstMs,
        changedMs,
        changedRatio: changedMs / handMs,
      },
      country: {
        ...figuresOf(wholeAnswer),
        doorMs: countryMs,
        worstMs: Math.max(...countryTimes),
        handMs: countryHandMs,
        firstMs: countryFirstMs,
      },
    };
    // At once and whole, also into a pipe: the process may end right behind it.
    writeFileSync(1, `${JSON.stringify(result, null, 2)}\n`);
  } finally {
    await door.close();
  }
} finally {
  await database.destroy();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

function figuresOf({
  territoryOverview: { bodies: all, measuredBodies, progress, rows },
  bytes,
}: AnsweredTerritory) {
  return { bodies: all, measuredBodies, progress, rows: rows.length, bytes };
}

async function timed<Result>(work: () => Promise<Result>): Promise<[Result, number]> {
  const start = performance.now();
  return [await work(), performance.now() - start];
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(times: readonly number[]): number {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)]!;
}
