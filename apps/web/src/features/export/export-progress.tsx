type Props = { readonly percent: number } & (
  | { readonly "aria-label": string }
  | { readonly "aria-labelledby": string }
);

/** How far a file is. */
export function ExportProgress({ percent, ...name }: Props) {
  return (
    <progress
      className="export-progress"
      {...name}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      value={percent}
      max={100}
    />
  );
}
