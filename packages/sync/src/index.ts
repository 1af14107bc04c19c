export { SyncServer, type SyncOptions } from "./sync-server.ts";
