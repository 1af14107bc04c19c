import { directPress, type Press } from "@upiao/export";

type Given<Name extends keyof Press> = Parameters<Press[Name]>;

// They run in a thread of its own: a long plan takes the processor for seconds, in which nobody could write.
export const readText = (given: Given<"readText">) => directPress.readText(...given);
export const compare = (given: Given<"compare">) => directPress.compare(...given);
export const write = (given: Given<"write">) => directPress.write(...given);
