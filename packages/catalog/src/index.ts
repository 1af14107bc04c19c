export { bodiesOfItaly } from "./body/bodies-of-italy.ts";
export { catalogDir } from "./catalog-dir.ts";
export { BadDataFile } from "./data-file.ts";
export { type DemoMeasurement, type DemoMeasurements, demoMeasurements } from "./demo/demo-measurements.ts";
export { type DemoText, demoText } from "./demo/demo-text.ts";
export { fundingCalls } from "./hub/funding-calls.ts";
export { planTemplate } from "./plan/plan-template.ts";
export { strategyEditions } from "./strategy/strategy-editions.ts";
export { type ExpectedResult, expectedResults } from "./territory/expected-results.ts";
