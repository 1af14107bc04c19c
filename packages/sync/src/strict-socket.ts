import { closeCodes } from "@upiao/domain";
import { WebSocket } from "ws";

declare module "ws" {
  interface ServerOptions {
    /** How long a closing is waited for. */
    closeTimeout?: number;
  }
}

const ownCodes = new Map([
  [1002, closeCodes.malformed],
  [1007, closeCodes.malformed],
  [1008, closeCodes.tooMany],
  [1009, closeCodes.tooLarge],
]);

/** A socket that closes with our documented codes also where `ws` itself finds the fault, such as a frame
 *  whose header announces more than the limit: it is refused before it is read. */
export class StrictSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    super.close(code === undefined ? code : (ownCodes.get(code) ?? code), reason);
  }
}
