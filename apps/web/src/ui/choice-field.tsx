import { useId } from "react";

interface Props<T> {
  readonly label: string;
  readonly value: T;
  /** The one of null, where there is one, stands for all or none. */
  readonly options: readonly { readonly value: T; readonly words: string | number }[];
  readonly onChoose: (value: T) => void;
  readonly className?: string;
  /** Where a table says what it is of. */
  readonly isLabelHidden?: boolean;
}

/** A choice whose keeper hears of it at once: a filter, a year, an order. */
export function ChoiceField<T extends string | number | null>(props: Props<T>) {
  const { label, value, options, onChoose, className = "", isLabelHidden = false } = props;
  const id = useId();
  return (
    <div className={`field ${className}`}>
      <label htmlFor={id} className={isLabelHidden ? "visually-hidden" : undefined}>
        {label}
      </label>
      <select
        id={id}
        className="form-select"
        value={value ?? ""}
        onChange={({ currentTarget }) => onChoose(options[currentTarget.selectedIndex]!.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value ?? ""}>
            {option.words}
          </option>
        ))}
      </select>
    </div>
  );
}
