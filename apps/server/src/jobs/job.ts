/** What a job is given beside its payload. */
export interface Turn {
  /** 1 at the first. */
  readonly attempt: number;
}

/** Does the work of a job. It may be done again: a node may die after the work and before it could say so. What it throws
 *  is tried again later, and its message is kept with the job and logged: nothing personal belongs there. */
export type Work = (payload: never, turn: Turn) => Promise<void>;

/** By the names under which jobs are queued. */
export type Works = Readonly<Record<string, Work>>;

/** A job that the clock asks for. Its payload is a `Tick`. */
export interface Scheduled {
  readonly name: string;
  /** As cron writes it, in UTC. */
  readonly when: string;
  /** Times missed while no node ran are made up for, as long as they are not older than this; without it they are not. */
  readonly madeUpForMs?: number;
}

/** The payload of a scheduled job. */
export interface Tick {
  readonly _cron: {
    /** When it was due, ISO 8601. */
    readonly ts: string;
  };
}
