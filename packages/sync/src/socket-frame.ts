import { Sender } from "ws";

declare module "ws" {
  namespace Sender {
    function frame(data: Uint8Array, options: FrameOptions): Buffer[];
    interface FrameOptions {
      readonly fin: boolean;
      readonly opcode: number;
      readonly mask: boolean;
      readonly readOnly: boolean;
      readonly rsv1: boolean;
    }
  }
}

/** RFC 6455, 5.2. */
const opcode = { binary: 2, ping: 9 };

/** A message as its bytes on the wire: made once, it can be written to any number of sockets. */
export const socketFrame = (message: Uint8Array) => framed(message, opcode.binary);
export const pingFrame = () => framed(new Uint8Array(), opcode.ping);

function framed(data: Uint8Array, kind: number): Buffer {
  const options = { fin: true, opcode: kind, mask: false, readOnly: true, rsv1: false };
  return Buffer.concat(Sender.frame(data, options));
}
