import { markdownToUpdate, plainText, RemovedWordsWatch } from "@upiao/document";
import type { Access } from "@upiao/domain";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { WebSocket as NodeSocket } from "ws";
import * as Y from "yjs";
import { SyncServer } from "../connection/testing/sync-server.ts";
import { HandedBackWords } from "./handed-back.ts";
import { Sitting, type SittingView } from "./sitting.ts";

const wire = { Socket: NodeSocket as unknown as typeof WebSocket, limits: { retryMs: () => 5, tickMs: 5 } };
const seed = markdownToUpdate("prima riga\n\nseconda riga", 7);

const closing: (() => unknown)[] = [];
beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  vi.stubGlobal("localStorage", memoryStorage());
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  vi.unstubAllGlobals();
});

function memoryStorage(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

async function serve(port?: number): Promise<SyncServer> {
  const server = await SyncServer.start(port);
  Y.applyUpdate(server.doc, seed);
  closing.push(() => server.stop());
  return server;
}

/** No server listens there. */
const nowhere = { url: "ws://127.0.0.1:9/sync" };

function sit(server: { url: string }, access: Access = "EDIT", userId = "anna") {
  const again: Access[] = [];
  const handedBack = new HandedBackWords(userId, "s1");
  const options = { serverUrl: server.url, sectionId: "s1", userId, access, handedBack, wire };
  const sitting = new Sitting(options, (now) => again.push(now));
  let isLeft = false;
  const leave = () => {
    if (!isLeft) sitting.destroy();
    isLeft = true;
  };
  closing.push(leave);
  void sitting.start();
  return {
    sitting,
    again,
    leave,
    view: () => sitting.getView(),
    text: () => plainText(sitting.fragment),
    type: (words: string) => typeInto(sitting.fragment, 0, words),
    until: (isSo: (view: SittingView) => boolean) => untilTrue(() => isSo(sitting.getView())),
  };
}

function typeInto(fragment: Y.XmlFragment, block: number, words: string): void {
  const text = (fragment.get(block) as Y.XmlElement).get(0) as Y.XmlText;
  text.insert(text.length, words);
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

const untilTrue = (isSo: () => boolean) => expect.poll(isSo, { interval: 5 }).toBe(true);
const isSaved = (view: SittingView) => view.save.kind === "saved";
const isOffline = (view: SittingView) => view.save.kind === "offline";

describe("opening a section", () => {
  it("shows nothing to write in before its text has come: an empty page is no text", async () => {
    const server = await serve();
    const anna = sit(server);
    expect(anna.view()).toMatchObject({ phase: "opening", canWrite: false });
    await anna.until(isSaved);
    expect(anna.view()).toMatchObject({ phase: "open", canWrite: true, isKept: true, hasUnsaved: false });
    expect(anna.text()).toBe("prima riga\nseconda riga");
  });

  it("for the first time without a server says that it cannot be had, until it can", async () => {
    const server = await serve();
    await server.stop();
    const anna = sit(server);
    await anna.until(({ phase }) => phase === "unreachable");
    expect(anna.view().canWrite).toBe(false);
    await serve(server.port);
    await anna.until(({ phase }) => phase === "open");
  });

  it("works where the browser keeps nothing, and says so", async () => {
    vi.stubGlobal("indexedDB", {
      open: () => {
        throw new DOMException("no", "SecurityError");
      },
    });
    const anna = sit(await serve());
    await anna.until(isSaved);
    expect(anna.view()).toMatchObject({ phase: "open", canWrite: true, isKept: false });
  });
});

describe("writing without the server", () => {
  it("goes on after the page was closed and opened again, still called unsaved, and arrives later", async () => {
    const server = await serve();
    const anna = sit(server);
    await anna.until(isSaved);
    await server.stop();
    await anna.until(isOffline);
    anna.type(" scritta in treno");
    anna.leave();

    const later = sit(server);
    await later.until(isOffline);
    expect(later.text()).toBe("prima riga scritta in treno\nseconda riga");
    expect(later.view()).toMatchObject({ phase: "open", canWrite: true, hasUnsaved: true });
    later.type(" e poi");

    const restarted = await serve(server.port);
    await later.until(isSaved);
    expect(later.view().hasUnsaved).toBe(false);
    expect(plainText(restarted.doc.getXmlFragment("default"))).toBe(
      "prima riga scritta in treno e poi\nseconda riga",
    );
  });

  it("is called saved on this device only of what the server had acknowledged", async () => {
    const server = await serve();
    const anna = sit(server);
    await anna.until(isSaved);
    anna.type(" nota");
    await anna.until(isSaved);
    anna.leave();
    await server.stop();
    const later = sit(server);
    await later.until(isOffline);
    expect(later.view().hasUnsaved).toBe(false);
  });

  it("a page closed right after a key has lost nothing", async () => {
    const server = await serve();
    const anna = sit(server);
    await anna.until(isSaved);
    anna.type("!");
    anna.leave();
    const later = sit(nowhere);
    await later.until(({ phase }) => phase === "open");
    expect(later.text()).toBe("prima riga!\nseconda riga");
  });

  it("does not double the text when server and device both have it", async () => {
    const server = await serve();
    for (let opening = 0; opening < 3; opening++) {
      const anna = sit(server);
      await anna.until(isSaved);
      expect(anna.text()).toBe("prima riga\nseconda riga");
      anna.leave();
    }
  });

  it("is nothing that another person on the same device sees", async () => {
    const anna = sit(await serve());
    await anna.until(isSaved);
    anna.leave();
    const bruno = sit(nowhere, "EDIT", "bruno");
    await bruno.until(({ phase }) => phase === "unreachable");
    expect(bruno.text()).toBe("");
  });
});

describe("closing the page", () => {
  /** Whether the browser would ask before the page is closed. */
  async function asksBeforeClosing(isUnsaved: boolean, keepsNothing: boolean): Promise<boolean> {
    if (keepsNothing) {
      vi.stubGlobal("indexedDB", {
        open: () => {
          throw new DOMException("no", "SecurityError");
        },
      });
    }
    const events = new EventTarget();
    vi.stubGlobal("addEventListener", events.addEventListener.bind(events));
    vi.stubGlobal("removeEventListener", events.removeEventListener.bind(events));
    const server = await serve();
    const anna = sit(server);
    await anna.until(isSaved);
    server.isAcknowledging = false;
    if (isUnsaved) anna.type("!");
    const event = new Event("beforeunload", { cancelable: true });
    events.dispatchEvent(event);
    return event.defaultPrevented;
  }

  it("asks only when something would be lost: unsaved, and not kept on this device", async () => {
    expect(await asksBeforeClosing(true, false)).toBe(false);
    expect(await asksBeforeClosing(false, true)).toBe(false);
    expect(await asksBeforeClosing(true, true)).toBe(true);
  });
});

describe("words in a paragraph that somebody else removes meanwhile", () => {
  it("are handed back at once to who is there", async () => {
    const server = await serve();
    const anna = sit(server);
    await anna.until(isSaved);
    server.isMute = true;
    anna.type(" e NON altrimenti");
    await untilTrue(() => server.guests[0]?.received === 2);
    server.isMute = false;
    server.doc.getXmlFragment("default").delete(0, 1);
    await anna.until(({ handedBack }) => handedBack.length === 1);
    expect(anna.view().handedBack).toMatchObject([{ text: " e NON altrimenti", why: "moved" }]);
  });

  it("are handed back to who wrote offline, in a later sitting, once", async () => {
    const server = await serve();
    const anna = sit(server);
    await anna.until(isSaved);
    await server.stop();
    await anna.until(isOffline);
    anna.type(" e NON altrimenti");
    anna.leave();

    const restarted = await serve(server.port);
    restarted.doc.getXmlFragment("default").delete(0, 1);
    const later = sit(restarted);
    await later.until(isSaved);
    expect(later.view().handedBack.map(({ text }) => text)).toEqual([" e NON altrimenti"]);
    later.sitting.handedBack.settle(later.view().handedBack[0]!.id);
    later.leave();
    const last = sit(restarted);
    await last.until(isSaved);
    expect(last.view().handedBack).toEqual([]);
  });

  it("in another tab are handed back at the next opening, once", async () => {
    const server = await serve();
    const [one, two] = [sit(server), sit(server)];
    for (const tab of [one, two]) await tab.until(isSaved);
    await server.stop();
    for (const tab of [one, two]) await tab.until(isOffline);
    one.type(" e NON altrimenti");
    two.sitting.fragment.delete(0, 1);
    for (const tab of [one, two]) tab.leave();

    const later = sit(nowhere);
    await later.until(({ phase }) => phase === "open");
    expect(later.view().handedBack.map(({ text }) => text)).toEqual([" e NON altrimenti"]);
    later.sitting.handedBack.settle(later.view().handedBack[0]!.id);
    later.leave();
    const last = sit(nowhere);
    await last.until(({ phase }) => phase === "open");
    expect(last.text()).toBe("seconda riga");
    expect(last.view().handedBack).toEqual([]);
  });

  it("are never called removed by a third who had read them, also when that page is opened again", async () => {
    const server = await serve();
    const [bruno, carla] = [copyOf(server.doc), copyOf(server.doc)];
    const anna = sit(server);
    await anna.until(isSaved);
    typeInto(bruno.getXmlFragment("default"), 0, " e NON altrimenti");
    server.relay(Y.encodeStateAsUpdate(bruno));
    await untilTrue(() => anna.text().includes("NON"));
    carla.getXmlFragment("default").delete(0, 1);
    server.relay(Y.encodeStateAsUpdate(carla));
    await untilTrue(() => !anna.text().includes("NON"));
    anna.leave();
    const later = sit(server);
    await later.until(isSaved);

    const found: string[] = [];
    const watch = new RemovedWordsWatch(
      bruno,
      (client) => client === bruno.clientID,
      (words) => found.push(...words.map(({ text }) => text)),
    );
    const answer = server.updates.at(-1)!;
    watch.receive([answer], () => Y.applyUpdate(bruno, answer));
    expect(plainText(bruno.getXmlFragment("default"))).toBe("seconda riga");
    expect(found).toEqual([" e NON altrimenti"]);
  });
});

describe("[T21] a text that this release cannot show", () => {
  const callout = () => new Y.XmlElement("callout");

  it("is not opened, and loses nothing", async () => {
    const server = await serve();
    server.doc.getXmlFragment("default").insert(1, [callout()]);
    const anna = sit(server);
    await anna.until(({ phase }) => phase === "foreign");
    expect(anna.view().canWrite).toBe(false);
    expect(server.doc.getXmlFragment("default").toString()).toContain("<callout>");
  });

  it("is found in a change before anything renders it", async () => {
    const server = await serve();
    const anna = sit(server);
    await anna.until(isSaved);
    const order: string[] = [];
    anna.sitting.foreign.on(() => order.push("found"));
    anna.sitting.fragment.observeDeep(() => order.push("rendered"));
    server.doc.getXmlFragment("default").insert(1, [callout()]);
    await anna.until(({ phase }) => phase === "foreign");
    expect(order).toEqual(["found", "rendered"]);
  });

  it("is not seen in an ordinary change", async () => {
    const server = await serve();
    const anna = sit(server);
    await anna.until(isSaved);
    typeInto(server.doc.getXmlFragment("default"), 1, " di Bruno");
    await untilTrue(() => anna.text().includes("di Bruno"));
    expect(anna.view().phase).toBe("open");
  });
});

describe("losing a right", () => {
  it("to see the section: what was not saved is handed back, the copy on the device is removed", async () => {
    const server = await serve();
    const anna = sit(server);
    await anna.until(isSaved);
    server.isAcknowledging = false;
    anna.type(" non arrivata");
    await untilTrue(() => server.guests[0]?.received === 2);
    server.closeAll(4403);
    await anna.until(({ phase }) => phase === "over");
    expect(anna.view().save).toEqual({ kind: "refused", why: "notAllowed" });
    expect(anna.view().handedBack).toMatchObject([{ text: " non arrivata", why: "shut" }]);
    anna.leave();
    const later = sit(nowhere);
    await later.until(({ phase }) => phase === "unreachable");
    expect(later.text()).toBe("");
  });

  it("to see it, with everything saved, hands nothing back", async () => {
    const server = await serve();
    const anna = sit(server);
    await anna.until(isSaved);
    server.closeAll(4404);
    await anna.until(({ phase }) => phase === "over");
    expect(anna.view().handedBack).toEqual([]);
  });

  it("of the session keeps the copy for when its person has logged in again", async () => {
    const server = await serve();
    const anna = sit(server);
    await anna.until(isSaved);
    server.isAcknowledging = false;
    anna.type(" da inviare");
    server.closeAll(4401);
    await anna.until(({ save }) => save.kind === "refused");
    expect(anna.view()).toMatchObject({ phase: "open", canWrite: false });
    anna.leave();
    server.isAcknowledging = true;
    const later = sit(server);
    await later.until(isSaved);
    expect(later.text()).toContain("da inviare");
  });

  it("to write, while offline: what was written is handed back and the section begins anew", async () => {
    const server = await serve();
    const anna = sit(server);
    await anna.until(isSaved);
    await server.stop();
    await anna.until(isOffline);
    anna.type(" scritta dopo la chiusura");

    const restarted = await serve(server.port);
    restarted.access = "COMMENT";
    restarted.reason = "CLOSED";
    await anna.until(({ phase }) => phase === "over");
    expect(anna.again).toEqual(["COMMENT"]);
    expect(anna.view().handedBack).toMatchObject([{ text: " scritta dopo la chiusura", why: "shut" }]);
    anna.leave();

    const reader = sit(restarted, "COMMENT");
    await reader.until(({ save }) => save.kind === "readOnly");
    await reader.until(({ phase }) => phase === "open");
    expect(reader.text()).toBe("prima riga\nseconda riga");
    expect(reader.view().canWrite).toBe(false);
  });

  it("to write, at the next opening: what was left unsent is handed back", async () => {
    const server = await serve();
    const anna = sit(server);
    await anna.until(isSaved);
    await server.stop();
    await anna.until(isOffline);
    anna.type(" rimasta qui");
    anna.leave();
    const restarted = await serve(server.port);
    restarted.access = "READ";
    restarted.reason = "NO_LONGER_OPEN";
    const reader = sit(restarted, "READ");
    await reader.until(({ phase }) => phase === "open");
    expect(reader.view().handedBack).toMatchObject([{ text: " rimasta qui", why: "shut" }]);
    expect(reader.text()).toBe("prima riga\nseconda riga");
  });

  it("to write leaves a reader who is offline a reader", async () => {
    const server = await serve();
    server.access = "COMMENT";
    const anna = sit(server);
    await anna.until(({ save }) => save.kind === "readOnly");
    await server.stop();
    await anna.until(isOffline);
    expect(anna.view().canWrite).toBe(false);
  });
});

describe("who may only propose", () => {
  it("writes like anybody, and what they wrote is kept and sent", async () => {
    const server = await serve();
    server.access = "PROPOSE";
    const silvia = sit(server, "PROPOSE");
    await silvia.until(isSaved);
    expect(silvia.view()).toMatchObject({ canWrite: true, mustPropose: true, isKept: true });
    silvia.type(" proposta");
    await silvia.until(({ save, hasUnsaved }) => save.kind === "saved" && !hasUnsaved);
    expect(plainText(server.doc.getXmlFragment("default"))).toContain("proposta");
  });

  it("begins anew when an update was more than a proposal, and has their words back", async () => {
    const server = await serve();
    server.access = "PROPOSE";
    const silvia = sit(server, "PROPOSE");
    await silvia.until(isSaved);
    server.isAcknowledging = false;
    silvia.type(" di troppo");
    await silvia.until(({ save }) => save.kind === "saving");
    server.closeAll(4403, "more than a proposal");
    await untilTrue(() => silvia.again.length > 0);
    expect(silvia.again).toEqual(["PROPOSE"]);
    expect(silvia.view().handedBack).toMatchObject([{ text: " di troppo", why: "shut" }]);
  });
});
