import { createServer } from "node:http";
import { setupWSConnection } from "@y/websocket-server/utils";
import { WebSocketServer } from "ws";

const http = createServer();
new WebSocketServer({ server: http, perMessageDeflate: false }).on("connection", setupWSConnection);
http.listen(Number(process.env.PORT), "127.0.0.1", () => process.stdout.write("ready\n"));
