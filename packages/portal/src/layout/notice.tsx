import type { ReactNode } from "react";

interface Props {
  readonly kind: "info" | "good" | "warning";
  readonly title?: string;
  readonly children: ReactNode;
}

/** Something to know before reading on. */
export function Notice({ kind, title, children }: Props): ReactNode {
  return (
    <div className={`notice notice-${kind}`}>
      {title && <p className="notice-title">{title}</p>}
      {children}
    </div>
  );
}
