import { useId } from "react";

interface Props {
  readonly label: string;
  readonly hint: string;
  /** The endings of the names that are offered. */
  readonly accept: string;
  readonly isBusy: boolean;
  readonly onPick: (file: File) => void;
}

/** A file that is read as soon as it is chosen, and belongs to no form. */
export function FilePicker({ label, hint, accept, isBusy, onPick }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-hint`} className="field-hint">
        {hint}
      </p>
      <input
        id={id}
        className="form-control"
        type="file"
        accept={accept}
        disabled={isBusy}
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // The same file can be chosen again once it was mended.
          currentTarget.value = "";
          if (file) onPick(file);
        }}
      />
    </div>
  );
}
