import { useContext, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ObjectiveSourcesContext, type Origin } from "./objective-sources.ts";

/** From which plan an objective was taken, as far as this person may know it. */
export function OriginNote({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { originOf } = useContext(ObjectiveSourcesContext);
  const [origin, setOrigin] = useState<Origin | null>(null);
  useEffect(() => {
    let isHere = true;
    originOf(id).then(
      (found) => isHere && setOrigin(found),
      // Offline: that it was taken from somewhere is known from the text.
      () => {},
    );
    return () => {
      isHere = false;
    };
  }, [originOf, id]);
  return (
    <p className="objective__origin">
      {origin
        ? t("objective.origin", {
            owner: origin.ownerName,
            first: origin.firstYear,
            last: origin.firstYear + 2,
          })
        : t("objective.someOrigin")}
    </p>
  );
}
