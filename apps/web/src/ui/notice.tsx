import type { ReactNode, Ref } from "react";

const colours = {
  info: "alert-info",
  success: "alert-success",
  warning: "alert-warning",
  danger: "alert-danger",
};

interface Props {
  readonly kind: keyof typeof colours;
  /** Said at once where it interrupts (`alert`), or when there is a pause (`status`). */
  readonly role?: "alert" | "status";
  readonly ref?: Ref<HTMLDivElement>;
  readonly children: ReactNode;
}

/** A sentence that answers what somebody has just done, or that they should not overlook. */
export function Notice({ kind, role, ref, children }: Props) {
  return (
    <div ref={ref} tabIndex={-1} className={`alert ${colours[kind]}`} role={role}>
      {children}
    </div>
  );
}
