import type { ReactNode } from "react";

interface Props {
  readonly bar: ReactNode;
  readonly notices: ReactNode;
  readonly text: ReactNode;
  readonly aside: ReactNode;
}

/** The places of the editor: what stays in sight above, the text, and what stands beside it. */
export function EditorFrame({ bar, notices, text, aside }: Props) {
  return (
    <div className="section-editor">
      <div className="section-editor__bar">{bar}</div>
      <div className="section-editor__notices">{notices}</div>
      <div className="section-editor__text">{text}</div>
      <div className="section-editor__aside">{aside}</div>
    </div>
  );
}
