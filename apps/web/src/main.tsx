import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createApiClient } from "./api/client.ts";
import { App } from "./app.tsx";
import { startI18n } from "./i18n/start-i18n.ts";
import { registerServiceWorker } from "./offline/register-service-worker.ts";
import "bootstrap-italia/dist/css/bootstrap-italia.min.css";
import "./styles/fonts.css";
import "./styles/site.css";
import "./styles/pages.css";
import "./styles/review.css";
import "./styles/hub.css";
import "./styles/import.css";
import "./styles/measures.css";

startI18n();
registerServiceWorker();
createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <App client={createApiClient()} />
  </StrictMode>,
);
