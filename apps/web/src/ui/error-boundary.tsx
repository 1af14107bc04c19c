import { Component, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly error: unknown;
}

/** What is left of a page that a bug has ended: a sentence and a way out. */
export class ErrorBoundary extends Component<Props, State> {
  override readonly state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === null ? this.props.children : <BrokenPage isOld={isMissingFile(error)} />;
  }
}

// A page that was open while a new release was put in place asks for files that are there no more.
function isMissingFile(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported|module script|preload/i.test(error.message);
}

function BrokenPage({ isOld }: { readonly isOld: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="container narrow-page" role="alert">
      <h1>{t("problem.title")}</h1>
      <p>{t(isOld ? "problem.newRelease" : "problem.unexpected")}</p>
      <button type="button" className="btn btn-primary" onClick={() => location.reload()}>
        {t("problem.reload")}
      </button>{" "}
      <a className="btn btn-outline-primary" href="/">
        {t("problem.toDesk")}
      </a>
    </div>
  );
}
