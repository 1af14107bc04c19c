import { Component, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ReloadNotice } from "./refusal-notice.tsx";

/** A fault of the editor leaves the page standing. What was typed is on the device already, letter by letter. */
export class EditorBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? <Failed /> : this.props.children;
  }
}

function Failed() {
  const { t } = useTranslation();
  return <ReloadNotice sentence={t("editor.failed")} />;
}
