import { foldUpdates } from "@upiao/document";

/** Runs in a thread of its own: folding a long history takes a second, in which nobody could write. */
export default foldUpdates;
