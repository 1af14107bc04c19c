export { type PortalParts, portalDoor } from "./portal-door.ts";
