export type { Bus, Listener, News, PresentPerson, Topic } from "./bus.ts";
export { openPostgresBus } from "./postgres-bus.ts";
