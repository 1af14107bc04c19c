import { Ground1764000000000 } from "./1764000000000-ground.ts";

/** In the order in which they run. */
export const migrations = [Ground1764000000000];
