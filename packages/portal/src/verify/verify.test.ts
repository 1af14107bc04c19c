import { request } from "node:http";
import { makePortalWorld, type PortalWorld, sha256 } from "@upiao/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedPortal, servePortal } from "../../test/served-portal.ts";
import { uploadsAtOnce } from "../limits.ts";

let portal: ServedPortal;
let world: PortalWorld;

beforeAll(async () => {
  portal = await servePortal();
  world = await makePortalWorld(portal.database);
});

afterAll(() => portal?.close());

async function verify(
  bytes: Uint8Array<ArrayBuffer>,
  name = "file",
): Promise<{ status: number; page: string }> {
  const form = new FormData();
  form.append(name, new Blob([bytes]), "piano.pdf");
  const answer = await fetch(`${portal.url}/pubblico/verifica`, { method: "POST", body: form });
  return { status: answer.status, page: await answer.text() };
}

async function download(path: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetch(`${portal.url}/pubblico/enti/046003/2026${path}`)).arrayBuffer());
}

describe("the page that verifies a file", () => {
  it.each([
    ["/piano.json", "il piano in forma canonica (JSON)", "Aggiornamento n. 1"],
    ["/originale/piano.json", "il piano in forma canonica (JSON)", "Prima adozione"],
    ["/originale/piano.pdf", "il piano in formato PDF", "Prima adozione"],
    ["/originale/atto", "il file dell&#x27;atto di adozione", "Prima adozione"],
  ])("[T41] knows %s again, and finds one byte that was changed in it", async (path, what, version) => {
    const bytes = await download(path);
    const { page } = await verify(bytes);
    expect(page).toContain("Il file è autentico");
    expect(page).toContain(what);
    expect(page).toContain(`Comune di Barga, PIAO 2026-2028, ${version}`);
    expect(page.includes("Attenzione: questa versione non è più in vigore")).toBe(
      version === "Prima adozione",
    );

    bytes[Math.floor(bytes.length / 2)]! ^= 1;
    const changed = await verify(bytes);
    expect(changed.status).toBe(200);
    expect(changed.page).toContain("Il file non è tra quelli pubblicati");
    expect(changed.page).not.toContain("Comune di Barga");
  });

  it("knows a hash, however it was written, and says what is none", async () => {
    const spaced = world.first.sha256.toUpperCase().replaceAll(/..(?!$)/g, "$&:");
    const ask = (hash: string) => portal.page(`/pubblico/verifica?impronta=${encodeURIComponent(hash)}`);
    expect(await ask(spaced)).toContain("Il file è autentico");
    expect(await ask("0".repeat(64))).toContain("non è tra quelli pubblicati");
    expect(await ask("'; DROP TABLE adoption")).toContain("Non è un&#x27;impronta SHA-256");
  });

  it("[T04] knows nothing of what was adopted and not published", async () => {
    const { page } = await verify(new Uint8Array(Buffer.from("Segreto atto")));
    expect(page).toContain("non è tra quelli pubblicati");
    const [{ hash }] = await portal.database.query(
      "SELECT encode(a.sha256, 'hex') AS hash FROM adoption a LEFT JOIN publication p ON p.adoption_id = a.id WHERE p IS NULL",
    );
    expect(await portal.page(`/pubblico/verifica?impronta=${hash}`)).toContain("non è tra quelli pubblicati");
  });

  it("[T31] takes no more than it says, whether it was announced or not, and keeps nothing", async () => {
    const large = new Uint8Array(51 * 1024 * 1024);
    const announced = await verify(large);
    expect(announced.status).toBe(413);
    expect(announced.page).toContain("supera i 50 MB");
    const boundary = "limite";
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n`;
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent === 0) controller.enqueue(Buffer.from(head));
        sent += 1024 * 1024;
        if (sent <= large.length) controller.enqueue(large.subarray(0, 1024 * 1024));
        else controller.close();
      },
    });
    const answer = await fetch(`${portal.url}/pubblico/verifica`, {
      ...{ method: "POST", body, duplex: "half" },
      headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    } as RequestInit);
    expect(answer.status).toBe(413);
  });

  it.each([
    ["no form", "text/plain", "x"],
    ["a form without its boundary", "multipart/form-data", "x"],
    [
      "a form that ends in the middle",
      "multipart/form-data; boundary=b",
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nx',
    ],
    [
      "no file",
      "multipart/form-data; boundary=b",
      '--b\r\nContent-Disposition: form-data; name="file"\r\n\r\nx\r\n--b--\r\n',
    ],
  ])("asks for a file when it is given %s", async (_what, type, body) => {
    const answer = await fetch(`${portal.url}/pubblico/verifica`, {
      method: "POST",
      headers: { "content-type": type },
      body,
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("Scegli un file");
    expect(portal.faults).toEqual([]);
  });

  it("[T22] holds up nobody while files come slowly, and says so when too many do", async () => {
    const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nx';
    const slow = Array.from({ length: uploadsAtOnce }, () => {
      const sending = request(`${portal.url}/pubblico/verifica`, {
        method: "POST",
        headers: { "content-type": "multipart/form-data; boundary=b" },
      });
      sending.on("error", () => {});
      sending.write(head);
      return sending;
    });
    try {
      const busy = async () => (await verify(new Uint8Array([1]))).status;
      await expect.poll(busy).toBe(503);
      expect(await portal.page("/pubblico/cerca?q=valore")).toContain("testi trovati");
    } finally {
      for (const sending of slow) sending.destroy();
    }
    await expect.poll(async () => (await verify(new Uint8Array([1]))).status).toBe(200);
  });

  it("is the plain hash of the bytes", async () => {
    const bytes = Buffer.from("qualcosa");
    expect((await verify(new Uint8Array(bytes))).page).toContain(sha256(bytes).toString("hex"));
  });
});
