export { cookieOf, deviceCookie, isForeignOrigin, sessionCookie, tokenOf } from "./credentials.ts";
export { sessionDays } from "./limits.ts";
export { type LoggedIn, LoginDesk, type LoginRequest } from "./login.ts";
export { hashPassword, refuseWeakPassword } from "./password.ts";
export {
  closeAllSessions,
  closeSession,
  findViewer,
  findViewerOfSession,
  findViewers,
  findViewersOfSessions,
  forgetExpired,
  type OpenedSession,
  setDisabled,
} from "./session.ts";
export { findTickets, type IssuedTicket, issueTicket, type Ticket } from "./ticket.ts";
export { hashToken, newToken } from "./token.ts";
export type { Viewer, ViewerPost } from "./viewer.ts";
