import { setTimeout } from "node:timers/promises";
import type { Growth, SectionChannel } from "@upiao/bus";
import {
  isDatabaseAway,
  type LoggedUpdate,
  type LogReading,
  type NewBatch,
  type OpenedLog,
  type UpdateLog,
} from "@upiao/db";
import { notAProposal as notAProposalReason, reaches } from "@upiao/domain";
import { Closing } from "./closing.ts";
import type { Connection, Receipt } from "./connection.ts";
import { awarenessFrame, updateFrame } from "./frames.ts";
import { awayPauseMs, longTail } from "./limits.ts";
import type { LogEnd, LogWriter, Pending } from "./log-writer.ts";
import { ProposalDesk } from "./proposal-desk.ts";
import { RoomAwareness } from "./room-awareness.ts";
import { type Addition, type Clocks, SectionText } from "./section-text.ts";
import { socketFrame } from "./socket-frame.ts";

/** An editor's update on its way to the log. */
export interface Submission extends Pending, Addition {
  readonly userId: string;
  /** Its writer may only propose. */
  readonly isProposal: boolean;
  /** Who waits for it: its writer, and whoever repeated it meanwhile. */
  readonly receipts: Receipt[];
}

/** What a room needs of its node. */
export interface RoomNode {
  readonly log: UpdateLog;
  readonly writer: LogWriter<Submission>;
  /** One update in the place of all these. */
  fold(updates: readonly Uint8Array[]): Promise<Uint8Array>;
  onBroken(room: Room, error: unknown): void;
  onUnfolded(error: unknown): void;
}

/** A section that somebody has open on this node: its text as far as the log has it, and who is connected. */
export class Room implements LogEnd<Submission> {
  readonly connections = new Set<Connection>();
  readonly awareness = new RoomAwareness();
  private readonly log: number;
  private readonly text = new SectionText();
  private readonly owners: Map<number, string>;
  /** Client ids whose owner the log knows. */
  private readonly bound: Set<number>;
  private lastWrites = new Map<number, Date>();
  /** Clocks of what is durable or on its way there. */
  private accepted: Clocks = new Map();
  /** On their way to the log, in their order. */
  private underWay: Submission[] = [];
  private readonly proposals = new ProposalDesk(() => [
    ...this.text.parts.all(),
    ...this.underWay.map(({ bytes }) => bytes),
  ]);
  private seq: number;
  /** Of what the log has behind its snapshot. */
  private tailBytes = 0;
  private isFolding = false;
  private catching: Promise<void> | null = null;
  private broken = false;

  constructor(
    readonly sectionId: string,
    private readonly node: RoomNode,
    { log, reading, owners }: OpenedLog,
    readonly channel: SectionChannel,
  ) {
    this.log = log;
    this.owners = owners;
    this.bound = new Set(owners.keys());
    this.seq = reading.seq - reading.batches.length;
    if (reading.snapshot) this.accept(this.text.beginWith(reading.snapshot));
    this.takeRest(reading);
  }

  /** Its log, and how far it is shown here. */
  get place(): { readonly log: number; readonly seq: number } {
    return { log: this.log, seq: this.seq };
  }

  /** Something of it is on its way to the log. */
  get isWriting(): boolean {
    return this.underWay.length > 0;
  }

  /** A copy is kept for who may only propose. */
  get hasCopy(): boolean {
    return this.proposals.hasCopy;
  }

  stateVector(): Uint8Array {
    return this.text.stateVector();
  }

  /** What a client with this state vector lacks, in updates to be applied one after the other. */
  missingSince(stateVector: Uint8Array): readonly Uint8Array[] {
    return this.text.missingSince(stateVector);
  }

  /** Whether an update says nothing that the log does not have. Throws when the bytes are no update. */
  knows(update: Uint8Array): boolean {
    return this.text.weigh(update, this.accepted).kind === "NOTHING_NEW";
  }

  /** Takes an update of an editor. Its receipt becomes durable once everybody has been sent it; what rests on something
   *  that never came is passed over. Throws a `Closing` for what is refused. */
  submit(update: Uint8Array, receipt: Receipt): void {
    if (this.broken) throw new Closing("tryAgainLater", "not saved, try again");
    const weighing = this.text.weigh(update, this.accepted);
    if (weighing.kind === "INCOMPLETE") return receipt.connection.passOver(receipt);
    if (weighing.kind === "NOTHING_NEW") {
      // What it repeats may still be on its way to the disk.
      const last = this.underWay.at(-1);
      if (last) last.receipts.push(receipt);
      else settle([receipt]);
      return;
    }
    const { connection } = receipt;
    const { userId } = connection.viewer;
    const { bytes, writers, deletions, shape } = weighing;
    if (this.isAnothers(writers.keys(), userId)) return void this.judge(update, receipt);
    const isProposal = connection.mayOnlyPropose;
    const submission = { bytes, writers, deletions, shape, userId, isProposal, receipts: [receipt] };
    if (!isProposal) this.proposals.take(bytes);
    else if (!this.onlyProposes(submission)) throw notAProposal();
    this.text.expect(weighing);
    for (const [client, clock] of writers) {
      this.owners.set(client, userId);
      this.accepted.set(client, clock);
    }
    this.underWay.push(submission);
    this.node.writer.append(this, submission);
  }

  /** Somebody has left, or may do less. */
  forgetProposals(): void {
    for (const { mayOnlyPropose } of this.connections) if (mayOnlyPropose) return;
    this.proposals.clear();
  }

  batchOf(submissions: readonly Submission[]): NewBatch {
    const claims = new Map<number, string>();
    for (const { userId, writers } of submissions) {
      for (const client of writers.keys()) if (!this.bound.has(client)) claims.set(client, userId);
    }
    return {
      sectionId: this.sectionId,
      log: this.log,
      seq: this.seq + 1,
      updates: submissions.map(loggedUpdate),
      claims,
    };
  }

  committed(seq: number, submissions: readonly Submission[]): void {
    const now = new Date();
    // They are the first that were.
    this.underWay = this.underWay.slice(submissions.length);
    for (const { writers } of submissions) {
      for (const client of writers.keys()) {
        this.bound.add(client);
        this.lastWrites.set(client, now);
      }
    }
    // Read back already by whoever was catching up.
    if (seq === this.seq + 1) {
      this.seq = seq;
      for (const submission of submissions) this.text.addWeighed(submission);
      this.tailBytes += bytesOf(submissions);
      this.relay(submissions);
      // The carets behind the letters leave in the same write.
      this.relayAwareness();
      this.channel.grown({ seq, updates: submissions.map(loggedUpdate) });
    }
    this.settle(submissions);
    this.foldIfLong();
  }

  readOn(): Promise<void> {
    this.catching ??= this.readOnce().finally(() => {
      this.catching = null;
    });
    return this.catching;
  }

  /** Whose they are is known now; `weighAgain` refuses what is still somebody else's. */
  async expel(_submissions: readonly Submission[], foreign: ReadonlySet<number>): Promise<void> {
    const owners = await this.node.log.readOwners(this.sectionId);
    for (const client of foreign) this.owners.set(client, owners.get(client)!);
    await this.readOn();
  }

  /** What others have written, or what was refused, may change what these say. */
  weighAgain(submissions: readonly Submission[]): readonly Submission[] {
    const clocks = this.text.copyOfClocks();
    const kept: Submission[] = [];
    // What has been weighed so far, by which what comes behind is judged.
    this.underWay = kept;
    this.proposals.clear();
    for (const submission of submissions) {
      const weighing = this.text.weigh(submission.bytes, clocks);
      if (weighing.kind === "NOTHING_NEW") this.settle([submission]);
      else if (weighing.kind === "INCOMPLETE") {
        for (const receipt of submission.receipts) receipt.connection.passOver(receipt);
      } else if (this.isAnothers(weighing.writers.keys(), submission.userId)) {
        for (const { connection } of submission.receipts) connection.end(ofAnotherPerson());
      } else if (submission.isProposal && !this.onlyProposes({ ...submission, ...weighing })) {
        for (const { connection } of submission.receipts) connection.end(notAProposal());
      } else {
        if (!submission.isProposal) this.proposals.take(weighing.bytes);
        for (const [client, clock] of weighing.writers) clocks.set(client, clock);
        kept.push({ ...submission, ...weighing });
      }
    }
    this.accepted = clocks;
    return kept;
  }

  failed(error: unknown): void {
    this.break(error);
  }

  /** The log has grown on another node. */
  grown({ seq, updates }: Growth): void {
    if (seq <= this.seq || this.broken) return;
    if (seq === this.seq + 1 && updates.length > 0 && !this.catching) this.take({ seq, updates });
    else void this.catchUp(seq);
  }

  /** Another node has opened it: it may lack what was committed while it read, and knows nobody here. */
  tellNewNode(): void {
    this.channel.grown({ seq: this.seq, updates: [] });
    const own = this.awareness.own();
    if (own) this.channel.say(own);
  }

  /** News may have been missed: whatever the log has by now is shown. */
  async catchUpWithLog(): Promise<void> {
    // What is being read may have been read before the news; if it fails, whoever began it has heard why.
    await this.catching?.catch(() => {});
    await this.readOnOrBreak();
  }

  /** The window for cursors is over, or something leaves for everybody anyway. */
  relayAwareness(): void {
    const changes = this.awareness.takeChanges();
    if (!changes) return;
    const frame = socketFrame(awarenessFrame(changes.all));
    for (const connection of this.connections) {
      const instead = changes.apart.get(connection);
      if (instead === undefined) connection.sendFrameIfQuick(frame);
      else if (instead) connection.sendFrameIfQuick(socketFrame(awarenessFrame(instead)));
    }
    if (changes.own) this.channel.say(changes.own);
  }

  /** Nobody is here any more: a short tail stays. */
  foldAtRest(): Promise<void> {
    return this.hasLongTail(longTail.resting) ? this.fold() : Promise.resolve();
  }

  private foldIfLong(): void {
    if (this.hasLongTail(longTail.open)) void this.fold();
  }

  private hasLongTail({ bytes, ofSnapshot }: { bytes: number; ofSnapshot: number }): boolean {
    return this.tailBytes >= Math.max(bytes, this.text.parts.baseBytes * ofSnapshot);
  }

  /** Folds the log so far. Going on without is no loss: the tail is longer for a while. */
  private async fold(): Promise<void> {
    if (this.isFolding) return;
    this.isFolding = true;
    const { seq, tailBytes, lastWrites, sectionId, log } = this;
    const { parts } = this.text;
    this.lastWrites = new Map();
    try {
      const folded = await this.node.fold(parts.takeToFold());
      await this.node.log.fold({ sectionId, log }, seq, folded, lastWrites);
      parts.putFolded(folded);
      this.tailBytes -= tailBytes;
    } catch (error) {
      parts.keepUnfolded();
      this.lastWrites = new Map([...lastWrites, ...this.lastWrites]);
      this.node.onUnfolded(error);
    } finally {
      this.isFolding = false;
    }
  }

  private async catchUp(upTo: number): Promise<void> {
    while (this.seq < upTo && !this.broken) await this.readOnOrBreak();
  }

  /** While the database is away, as long as somebody is here to be shown what it has. */
  private async readOnOrBreak(): Promise<void> {
    for (;;) {
      try {
        return await this.readOn();
      } catch (error) {
        if (!isDatabaseAway(error) || this.connections.size === 0) return this.break(error);
        await setTimeout(awayPauseMs.most);
      }
    }
  }

  private async readOnce(): Promise<void> {
    const reading = await this.node.log.readAfter(this.log, this.seq);
    const base = reading.seq - reading.batches.length;
    // Before the places are compared: what is asked for meanwhile may be committed meanwhile.
    const owners = reading.snapshot ? await this.node.log.readOwners(this.sectionId) : [];
    if (reading.snapshot && base > this.seq) {
      for (const [client, owner] of owners) {
        this.owners.set(client, owner);
        this.bound.add(client);
      }
      this.accept(this.text.add(reading.snapshot));
      this.proposals.take(reading.snapshot);
      this.relay([{ bytes: reading.snapshot, receipts: [] }]);
      this.seq = base;
    }
    this.takeRest(reading);
  }

  private takeRest({ batches }: LogReading): void {
    for (const batch of batches) if (batch.seq === this.seq + 1) this.take(batch);
  }

  private take({ seq, updates }: Growth): void {
    for (const { bytes } of updates) {
      this.accept(this.text.add(bytes));
      this.proposals.take(bytes);
    }
    this.seq = seq;
    this.tailBytes += bytesOf(updates);
    this.relay(updates.map(({ bytes }) => ({ bytes, receipts: [] })));
  }

  /** What another node has shown. Its writers are known to the log; here they are asked for when their ids are used. */
  private accept(clocks: Clocks): void {
    for (const [client, clock] of clocks)
      this.accepted.set(client, Math.max(clock, this.accepted.get(client) ?? 0));
  }

  /** Each update goes to everybody but whoever waits for its receipt, all in one frame's time. */
  private relay(updates: readonly { bytes: Uint8Array; receipts: readonly Receipt[] }[]): void {
    if (this.connections.size === 0) return;
    for (const { bytes, receipts } of updates) {
      const frame = socketFrame(updateFrame(bytes));
      const writer = receipts[0]?.connection;
      for (const connection of this.connections) if (connection !== writer) connection.sendFrame(frame);
    }
  }

  private settle(submissions: readonly Submission[]): void {
    settle(
      submissions.length === 1 ? submissions[0]!.receipts : submissions.flatMap(({ receipts }) => receipts),
    );
  }

  /** Text under another person's client id: made up, or repeated by who has it from another node, of which this one has
   *  not heard yet. The log tells. */
  private async judge(update: Uint8Array, receipt: Receipt): Promise<void> {
    const { connection } = receipt;
    await this.catchUpWithLog();
    if (this.broken || connection.hasEnded || !reaches(connection.rights.access, "PROPOSE")) return;
    try {
      const weighing = this.text.weigh(update, this.accepted);
      const isTheft =
        weighing.kind === "NEW" && this.isAnothers(weighing.writers.keys(), connection.viewer.userId);
      if (isTheft) throw ofAnotherPerson();
      this.submit(update, receipt);
    } catch (error) {
      if (!(error instanceof Closing)) throw error;
      connection.end(error);
    }
  }

  private onlyProposes({ bytes, userId, writers }: Submission): boolean {
    // What is under way has its owner already; a client that nobody has used is the writer's by this update.
    const isOwn = (client: number) => (this.owners.get(client) ?? (writers.has(client) && userId)) === userId;
    return this.proposals.admits(bytes, isOwn);
  }

  private isAnothers(clients: Iterable<number>, userId: string): boolean {
    for (const client of clients) if ((this.owners.get(client) ?? userId) !== userId) return true;
    return false;
  }

  // What the database did not take is nowhere but with its writers: they come back and send it again.
  private break(error: unknown): void {
    if (this.broken) return;
    this.broken = true;
    this.node.onBroken(this, error);
  }
}

function bytesOf(updates: readonly { readonly bytes: Uint8Array }[]): number {
  return updates.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

const notAProposal = () => new Closing("notAllowed", notAProposalReason);

const ofAnotherPerson = () => new Closing("notAllowed", "client id of another person");

function loggedUpdate({ bytes, userId, writers }: Submission): LoggedUpdate {
  return { bytes, authorId: writers.size > 0 ? null : userId };
}

function settle(receipts: readonly Receipt[]): void {
  for (const receipt of receipts) receipt.isDurable = true;
  // Only the first that is not durable holds up the others of its connection.
  for (const { connection } of receipts) connection.acknowledge();
}
