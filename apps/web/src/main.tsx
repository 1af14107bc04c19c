import { ApolloProvider } from "@apollo/client/react";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { openClient } from "./apollo.ts";
import { App } from "./app.tsx";
import "./i18n/index.ts";
import "bootstrap-italia/dist/css/bootstrap-italia.min.css";
import "./ui/fonts.css";
import "./ui/pages.css";

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <ApolloProvider client={openClient()}>
      <BrowserRouter>
        <App />
      </BrowserRouter>
    </ApolloProvider>
  </StrictMode>,
);
