import { objectiveStates } from "@upiao/domain";
import { registerEnumType } from "type-graphql";
import { enumOf } from "../closed-list.ts";

export const ObjectiveStateEnum = enumOf(objectiveStates);
registerEnumType(ObjectiveStateEnum, { name: "ObjectiveState" });
