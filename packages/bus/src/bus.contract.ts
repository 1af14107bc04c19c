import { until } from "@upiao/test";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Bus, Growth, News, SectionListener } from "./bus.ts";

/** Where buses of one kind are tried. */
export interface BusStand {
  /** One node more. */
  open(onError: (error: unknown) => void): Promise<Bus>;
  /** What the database says when rights have changed. */
  changeRights(body: News["rights"]): Promise<void>;
  /** Whatever is said between the nodes from now on. */
  overhear(listener: (message: string) => void): Promise<void>;
  /** Says this to all of them, whatever it is. */
  say(message: string): Promise<void>;
  /** Nothing comes through from now on, at any node. */
  cut(): Promise<void>;
  mend(): Promise<void>;
  /** Nothing more comes through the connections that there are, though nobody closes them. */
  stall(): void;
  close(): Promise<void>;
}

const sectionId = "5b6f3d1e-0000-4000-8000-00000000000a";
const otherId = "5b6f3d1e-0000-4000-8000-00000000000b";

/** What whoever uses a bus rests on, by whatever it is made. */
export function describeBus(name: string, build: () => Promise<BusStand>): void {
  describe(name, () => {
    let stand: BusStand;
    let buses: Bus[] = [];
    let errors: unknown[] = [];

    beforeAll(async () => {
      stand = await build();
    });
    afterEach(async () => {
      await Promise.all(buses.map((bus) => bus.close()));
      buses = [];
      errors = [];
    });
    afterAll(() => stand?.close());

    const open = async (): Promise<Bus> => {
      const bus = await stand.open((error) => errors.push(error));
      buses.push(bus);
      return bus;
    };
    const openTwo = async (): Promise<[Bus, Bus]> => [await open(), await open()];

    /** Notes what a node hears of a section. */
    const listen = (bus: Bus, section = sectionId) => {
      const grown: Growth[] = [];
      const heard: { awareness: string; node: string }[] = [];
      let asked = 0;
      const listener: SectionListener = {
        grown: (growth) => grown.push(growth),
        heard: (awareness, node) => heard.push({ awareness: Buffer.from(awareness).toString(), node }),
        asked: () => asked++,
      };
      return { channel: bus.openSection(section, listener), grown, heard, asked: () => asked };
    };
    type Listening = ReturnType<typeof listen>;

    const growth = (seq: number, bytes = Uint8Array.of(seq, 200, 0)): Growth => ({
      seq,
      updates: [{ bytes, authorId: seq % 2 === 0 ? otherId : null }],
    });
    /** From now on the second hears what the first says: to open a section takes a moment. */
    const meet = async (one: Listening, other: Listening): Promise<void> => {
      await until(() => {
        one.channel.grown({ seq: 0, updates: [] });
        return other.grown.length > 0;
      });
    };
    const since = ({ grown }: Listening) => grown.filter(({ seq }) => seq > 0);
    const presenceOf = (count: number, people: number): News["presence"] => ({
      sections: Array.from({ length: count }, (_, index) => ({
        sectionId: `5b6f3d1e-0000-4000-8000-${index.toString().padStart(12, "0")}`,
        present: Array.from({ length: people }, (_, at) => ({
          id: `${at}`,
          name: `Persona ${at} già nominata`,
          bodyName: "Unione dei Comuni della Garfagnana",
          role: "EDITOR",
        })),
      })),
    });

    it("tells news here at once, and to the other nodes with the name of this one", async () => {
      const [one, other] = await openTwo();
      const here: unknown[] = [];
      const there: unknown[] = [];
      one.subscribe("presence", (news, node) => here.push([news, node]));
      const end = other.subscribe("presence", (news, node) => there.push([news, node]));
      const news = presenceOf(1, 2);
      one.publish("presence", news);
      expect(here).toEqual([[news, one.node]]);
      await until(() => there.length > 0);
      end();
      one.publish("presence", news);
      const rolls: unknown[] = [];
      other.subscribe("roll", (news) => rolls.push(news));
      one.publish("roll", {});
      await until(() => rolls.length > 0);
      expect(there).toEqual([[news, one.node]]);
      expect(here).toHaveLength(2);
    });

    it("tells every node what the database says of rights", async () => {
      const [one, other] = await openTwo();
      const heard: unknown[] = [];
      for (const bus of [one, other]) bus.subscribe("rights", (news, node) => heard.push([news, node]));
      await stand.changeRights({ userId: otherId });
      await until(() => heard.length === 2);
      expect(heard).toEqual(Array(2).fill([{ userId: otherId }, null]));
    });

    it("tells what a section says to the others that have it open, byte for byte and in its order", async () => {
      const [one, other] = await openTwo();
      const elsewhere = listen(other, otherId);
      const [mine, theirs] = [listen(one), listen(other)];
      await meet(mine, theirs);
      for (let seq = 1; seq <= 50; seq++) mine.channel.grown(growth(seq));
      mine.channel.say(Buffer.from("sono qui"));
      await until(() => theirs.heard.length > 0);
      expect(since(theirs)).toEqual(Array.from({ length: 50 }, (_, index) => growth(index + 1)));
      expect(theirs.heard).toEqual([{ awareness: "sono qui", node: one.node }]);
      expect([mine.grown, mine.heard, elsewhere.grown]).toEqual([[], [], []]);
    });

    it("tells of a log that a part has added to without having it open, here and elsewhere", async () => {
      const [one, two] = await openTwo();
      const here = listen(one);
      const there = listen(two);
      await until(() => here.asked() > 0 || there.asked() > 0);
      one.grown(sectionId, { seq: 7, updates: [] });
      expect(here.grown).toEqual([{ seq: 7, updates: [] }]);
      await until(() => there.grown.length === 1);
      expect(there.grown).toEqual([{ seq: 7, updates: [] }]);
    });

    it("asks the others when a section is opened, and lets it hear their answer", async () => {
      const [one, other] = await openTwo();
      const [first, answering] = [listen(one), listen(other)];
      await meet(first, answering);
      const before = answering.asked();
      first.channel.close();
      const late = listen(one);
      await until(() => answering.asked() > before);
      answering.channel.grown(growth(1));
      await until(() => since(late).length > 0);
      expect(since(late)).toEqual([growth(1)]);
    });

    it("tells nothing more to who has closed the section", async () => {
      const [one, other] = await openTwo();
      const [mine, closed] = [listen(one), listen(other)];
      await meet(mine, closed);
      closed.channel.close();
      closed.grown.length = 0;
      mine.channel.grown(growth(1));
      const again = listen(other);
      await meet(mine, again);
      expect(closed.grown).toEqual([]);
    });

    it("tells of what is too large at least the place, at which it can be read", async () => {
      const [one, other] = await openTwo();
      const [mine, theirs] = [listen(one), listen(other)];
      await meet(mine, theirs);
      const sizes = [5_000, 100_000, 3_000_000];
      sizes.forEach((size, index) => {
        mine.channel.grown(growth(index + 1, new Uint8Array(size).fill(7)));
      });
      await until(() => since(theirs).length === sizes.length);
      for (const [index, { seq, updates }] of since(theirs).entries()) {
        expect(seq).toBe(index + 1);
        expect([sizes[index], undefined]).toContain(updates[0]?.bytes.length);
      }
      expect(since(theirs)[0]!.updates).toHaveLength(1);
      expect(errors).toEqual([]);
    });

    it("tells who is present on a whole node, however many they are", async () => {
      const [one, other] = await openTwo();
      const told = new Map<string, number>();
      let messages = 0;
      other.subscribe("presence", ({ sections }) => {
        messages++;
        for (const { sectionId, present } of sections) told.set(sectionId, present.length);
      });
      one.publish("presence", presenceOf(1_000, 3));
      await until(() => told.size === 1_000);
      expect(new Set(told.values())).toEqual(new Set([3]));
      expect(messages).toBeLessThan(200);
      one.publish("presence", presenceOf(1, 30_000));
      await until(() => [...told.values()].some((people) => people > 3));
      expect(errors).toEqual([]);
    });

    it("knows whether there are other nodes, and says nothing when there are none", async () => {
      const [one, other] = await openTwo();
      const alone = listen(one);
      await until(() => one.reach === "ALL");
      await other.close();
      await until(() => one.reach === "ALONE");
      const overheard: string[] = [];
      await stand.overhear((message) => overheard.push(message));
      alone.channel.grown(growth(1));
      alone.channel.say(Buffer.from("qui"));
      one.publish("presence", presenceOf(10, 1));
      listen(one, otherId);
      await stand.say('{"topic":"end"}');
      await until(() => overheard.some((message) => message.includes('"end"')));
      expect(overheard.filter((message) => !/"(end|hello)"/.test(message))).toEqual([]);
      const next = listen(await open());
      await meet(alone, next);
      expect(one.reach).toBe("ALL");
    });

    it("goes on hearing after something that makes no sense", async () => {
      const [one, other] = await openTwo();
      const [mine, theirs] = [listen(one), listen(other)];
      for (const message of ["{", '{"topic":"hello","node":"x"}', '{"topic":"presence"}', "*x", ""])
        await stand.say(message);
      await meet(mine, theirs);
    });

    it("says when it was deaf, and hears again", async () => {
      const [one, other] = await openTwo();
      const [mine, theirs] = [listen(one), listen(other)];
      await meet(mine, theirs);
      const gaps: string[] = [];
      for (const gap of ["presence", "growth"] as const) other.onGap(gap, () => gaps.push(gap));
      await stand.cut();
      await until(() => !one.isConnected && !other.isConnected);
      expect([one.reach, other.reach]).toEqual(["BROKEN", "BROKEN"]);
      mine.channel.grown(growth(1));
      const meanwhile = listen(other, otherId);
      await stand.mend();
      await until(() => one.isConnected && gaps.length > 0);
      expect(gaps).toEqual(["presence", "growth"]);
      await until(() => one.reach === "ALL" && other.reach === "ALL");
      mine.channel.grown(growth(2));
      await until(() => since(theirs).length > 0);
      expect(since(theirs)).toEqual([growth(2)]);
      await meet(listen(one, otherId), meanwhile);
    });

    it("notices a connection that was cut without a word, and hears again by another", async () => {
      const [one, other] = await openTwo();
      const [mine, theirs] = [listen(one), listen(other)];
      await meet(mine, theirs);
      const deaf = new Set<Bus>();
      for (const bus of [one, other]) bus.onGap("growth", () => deaf.add(bus));
      stand.stall();
      mine.channel.grown(growth(1));
      await until(() => deaf.size === 2);
      mine.channel.grown(growth(2));
      await until(() => since(theirs).some(({ seq }) => seq === 2));
      expect(since(theirs)).toEqual([growth(2)]);
    });

    it("says nothing more once it is closed", async () => {
      const [one, other] = await openTwo();
      const [mine, theirs] = [listen(one), listen(other)];
      await meet(theirs, mine);
      await one.close();
      mine.channel.grown(growth(1));
      one.publish("roll", {});
      const next = listen(await open());
      await meet(next, theirs);
      expect(since(theirs)).toEqual([]);
    });
  });
}
