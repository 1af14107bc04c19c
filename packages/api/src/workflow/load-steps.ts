import { WorkflowStep } from "@upiao/db";
import { type DataSource, In } from "typeorm";
import { loadLists } from "../load-lists.ts";

/** The steps of sections, the latest first. */
export function loadSectionSteps(database: DataSource) {
  return loadLists<WorkflowStep>(
    (ids) =>
      database
        .getRepository(WorkflowStep)
        .find({ where: { sectionId: In([...ids]) }, order: { at: "DESC" } }),
    (step) => step.sectionId!,
  );
}

/** The steps of plans, the latest first. */
export function loadPlanSteps(database: DataSource) {
  return loadLists<WorkflowStep>(
    (ids) =>
      database.getRepository(WorkflowStep).find({ where: { planId: In([...ids]) }, order: { at: "DESC" } }),
    (step) => step.planId!,
  );
}
