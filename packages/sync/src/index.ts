export { type SyncOptions, SyncServer } from "./sync-server.ts";
