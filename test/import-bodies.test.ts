import { execFile } from "node:child_process";
import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { bodiesOfItaly } from "@upiao/catalog";
import { createTestDatabase, ipaFile, istatFile } from "@upiao/test";
import { afterAll, beforeAll, expect, it } from "vitest";
import { askDesk } from "./support/ask-desk.ts";
import { root } from "./support/read-repository.ts";

const italy = bodiesOfItaly();
let program: string;
let folder: string;
let database: Awaited<ReturnType<typeof createTestDatabase>>;

beforeAll(async () => {
  program = path.join(await askDesk("POST", "/build"), "server/import-bodies.js");
  folder = await mkdtemp(path.join(tmpdir(), "upiao-import-bodies-"));
  database = await createTestDatabase("empty");
  const next = italy
    .filter(({ istatCode }) => istatCode !== "046014")
    .map((body) => (body.istatCode === "046003" ? { ...body, name: "Barga Nuova" } : body));
  const united = { ...next.find(({ istatCode }) => istatCode === "046015")!, name: "Gallicano Fosciandora" };
  const edition = [...next, { ...united, istatCode: "046999", cadastralCode: "M999" }];
  const files = {
    "istat.csv": istatFile(edition),
    "half.csv": istatFile(edition.filter(({ istatCode }) => istatCode < "050")),
    "renamed.csv": istatFile(
      edition.map((body) => ({ ...body, name: body.name.replace(/^San /, "Santo ") })),
    ),
    "ipa.csv": Buffer.concat([
      ipaFile(italy),
      Buffer.from("ucvalle\tUnione dei Comuni della Valle\t\t\tL18\t\t046007\tB648\t\r\n"),
    ]),
    "not-whole.csv": istatFile(edition).subarray(0, 200_000),
    "mergers.csv": Buffer.from("da;a;dal\r\n046014;M999;2026-01-01\r\n"),
    "empty.csv": Buffer.from(""),
    "other.csv": Buffer.from("Nome;Codice\r\nBarga;046003\r\n"),
  };
  for (const [name, bytes] of Object.entries(files)) await writeFile(path.join(folder, name), bytes);
  await writeFile(path.join(folder, "large.csv"), "");
  await truncate(path.join(folder, "large.csv"), 101 * 1024 * 1024);
});

afterAll(async () => {
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

function run(...args: readonly string[]): Promise<{ status: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const env = { PATH: process.env.PATH, DATABASE_URL: database.url };
    const named = args.map((arg) => (arg.endsWith(".csv") ? path.join(folder, arg) : arg));
    execFile(process.execPath, [program, ...named], { env, cwd: root }, (error, out, err) =>
      resolve({ status: Number(error?.code ?? 0), out, err }),
    );
  });
}

const edition = [
  "--istat",
  "istat.csv",
  "--ipa",
  "ipa.csv",
  "--mergers",
  "mergers.csv",
  "--day",
  "2026-01-01",
];

it("an edition of the registers is shown, then imported, and the second time there is nothing to do", async () => {
  const shown = await run(...edition);
  expect(shown).toMatchObject({ status: 0, err: "" });
  expect(shown.out.split("\n")).toEqual([
    "Nuovi enti                     2",
    "Enti cessati                   1",
    "Nomi cambiati                  1",
    "Tipi cambiati                  0",
    "Codici ISTAT cambiati          0",
    "Codici catastali cambiati      0",
    "Province cambiate              0",
    "Codici IPA letti               0",
    "",
    "~ Barga (LU, 046003): nome Barga → Barga Nuova",
    "+ Gallicano Fosciandora (LU, 046999): nuovo ente",
    "+ Unione dei Comuni della Valle (LU, ucvalle): nuovo ente",
    "- Fosciandora (LU, 046014): cessato il 01/01/2026, confluito in 046999",
    "",
    "Anteprima: non è cambiato nulla. Per importare, ripetere il comando con --apply.",
    "",
  ]);
  const done = await run(...edition, "--apply");
  expect(done).toMatchObject({ status: 0, err: "" });
  expect(done.out).toContain("~ Barga (LU, 046003): nome Barga → Barga Nuova\n");
  expect(done.out).toMatch(/\n✓ Importato: gli enti sono come nei registri del 01\/01\/2026\.\n$/);
  expect(await run(...edition, "--apply")).toEqual({
    status: 0,
    out: "✓ Gli enti sono già come nei registri: niente da fare.\n",
    err: "",
  });
});

it("of many changes two hundred are shown and the others counted, and half a register is refused", async () => {
  const { out } = await run("--istat", "renamed.csv", "--mergers", "mergers.csv", "--day", "2026-01-02");
  expect(out.split("\n").filter((line) => line.startsWith("~"))).toHaveLength(200);
  expect(out).toMatch(/\n… e altre \d+ righe\n/);

  const half = ["--istat", "half.csv", "--day", "2026-01-02"];
  expect((await run(...half, "--apply")).err).toMatch(
    /\d+\/7998 enti sparirebbero senza una fusione: è il file giusto\?/,
  );
  expect((await run(...half, "--allow-many")).out).toMatch(/Enti cessati +\d{4}/);
});

it.each([
  ["nothing that it knows", 2, /^✗ Uso: import-bodies --istat/, ["--istat", "istat.csv", "--force"]],
  ["no list", 2, /^✗ Uso: /, ["--ipa", "ipa.csv"]],
  ["a day that is none", 2, /^✗ Uso: /, ["--istat", "istat.csv", "--day", "2026-02-30"]],
  [
    "a file that is not there",
    20,
    /^✗ Il file .*nessuno\.csv non si può leggere/,
    ["--istat", "nessuno.csv"],
  ],
  ["a file of another size", 20, /^✗ Il file .*large\.csv è troppo grande/, ["--istat", "large.csv"]],
  [
    "an empty file",
    21,
    /^✗ Non è cambiato nulla\.\nElenco ISTAT: il file non ha righe\.\n$/,
    ["--istat", "empty.csv"],
  ],
  [
    "another table",
    21,
    /Elenco ISTAT: mancano le colonne «Codice Regione», .*«Codice Catastale del comune»\.\n$/,
    ["--istat", "other.csv"],
  ],
  [
    "a list that was not loaded to its end",
    21,
    /^✗ Non è cambiato nulla\.\nElenco ISTAT, riga \d+: la riga non ha le celle dell'intestazione/,
    ["--istat", "not-whole.csv"],
  ],
  [
    "the bodies of IPA in the place of the list",
    21,
    /Elenco ISTAT: mancano le colonne «Codice Regione»/,
    ["--istat", "ipa.csv"],
  ],
  [
    "the list in the place of the mergers",
    21,
    /File delle fusioni: mancano le colonne «da», «a», «dal»\.\n$/,
    ["--istat", "istat.csv", "--mergers", "istat.csv"],
  ],
  [
    "the list in the place of IPA's",
    21,
    /File IPA: i caratteri non sono quelli attesi/,
    ["--istat", "istat.csv", "--ipa", "istat.csv"],
  ],
])("it is refused when it is given %s", async (_what, status, sentence, args) => {
  expect(await run(...args)).toEqual({ status, out: "", err: expect.stringMatching(sentence) });
});
