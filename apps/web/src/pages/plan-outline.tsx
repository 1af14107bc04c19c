import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { SectionRow } from "../features/section/section-row.tsx";
import { SectionStanding } from "../features/section/section-standing.tsx";
import { StateBadges } from "../features/section/state-badges.tsx";
import type { PlanPageQuery } from "../generated/graphql.ts";

type Line = NonNullable<PlanPageQuery["plan"]>["outline"][number];

interface Props {
  readonly outline: readonly Line[];
  /** This person reads all that is in it: what is not shown is not there. */
  readonly isWhole: boolean;
}

/** All lines of a plan in their order, each with the texts that are written there. */
export function PlanOutline({ outline, isWhole }: Props) {
  const isMereHeading = ({ number }: Line) => outline.some((other) => other.number.startsWith(`${number}.`));
  return (
    <ol className="plan-outline">
      {outline.map((line) => (
        <li key={line.number} className={line.depth === 0 ? "plan-part" : "plan-subsection"}>
          <OutlineLine line={line} isMereHeading={isMereHeading(line)} isWhole={isWhole} />
        </li>
      ))}
    </ol>
  );
}

interface LineProps extends Pick<Props, "isWhole"> {
  readonly line: Line;
  readonly isMereHeading: boolean;
}

function OutlineLine({ line, isMereHeading, isWhole }: LineProps) {
  const { t } = useTranslation();
  const { number, title, depth, required, sections } = line;
  const Heading = depth === 0 ? "h2" : "h3";
  // Most lines are one text of the same name: then the line itself leads there.
  const text = sections.length === 1 && sections[0]!.title === title ? sections[0] : undefined;
  return (
    <>
      <div className="plan-line">
        <span className="plan-line-number">{number}</span>
        <Heading lang="it">{text ? <Link to={`/sezioni/${text.id}`}>{title}</Link> : title}</Heading>
        <span className="plan-line-required">{t(required ? "plan.required" : "plan.optional")}</span>
        {text && <StateBadges section={text} />}
      </div>
      {text && <SectionStanding section={text} />}
      {!text && sections.length > 0 && (
        <ul className="section-rows">
          {sections.map((section) => (
            <SectionRow key={section.id} section={section} />
          ))}
        </ul>
      )}
      {sections.length === 0 && !isMereHeading && (
        <p className="plan-line-empty">{t(isWhole ? "plan.noSection" : "plan.nothingToRead")}</p>
      )}
    </>
  );
}
