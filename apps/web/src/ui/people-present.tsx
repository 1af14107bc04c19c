import { useTranslation } from "react-i18next";

interface Person {
  readonly id: string;
  readonly name: string;
  readonly bodyName: string;
}

/** Who has a section open now, by name; nothing when nobody has. */
export function PeoplePresent({ people }: { people: readonly Person[] }) {
  const { t } = useTranslation();
  if (people.length === 0) return null;
  return (
    <p className="present">
      {t("desk.present")} {people.map(({ name, bodyName }) => `${name} (${bodyName})`).join(", ")}
    </p>
  );
}
