import { Navigate, Outlet, useLocation } from "react-router";
import { loginPath } from "./return-path.ts";
import { useSession } from "./session.ts";

/** The pages for which somebody has to be signed in; others are led to the login, and back from there. */
export function RequireSession() {
  const { user, ending } = useSession();
  const { pathname } = useLocation();
  if (user) return <Outlet />;
  const hasLeft = ending !== null && ending !== "expired";
  return <Navigate to={hasLeft ? "/accesso" : loginPath(pathname)} replace />;
}
