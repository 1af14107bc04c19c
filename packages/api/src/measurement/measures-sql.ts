/** Whether a body measures an indicator: what the text of an office leaves to the body that leads it is nobody else's. For SQL:
 *  `indicator` is the name of a row, `bodyId` of a value. */
export function measuresSql(indicator: string, bodyId: string): string {
  return `(${indicator}.measured_by = 'EACH'
           OR NOT EXISTS (SELECT FROM section led JOIN associated_office lead ON lead.id = led.office_id
                           WHERE led.id = ${indicator}.section_id AND lead.lead_body_id <> ${bodyId}))`;
}

/** Whether an objective has indicators and all of them are another body's to measure. */
export function isOthersSql(objective: string, bodyId: string): string {
  return `coalesce((SELECT bool_and(NOT ${measuresSql("its", bodyId)}) FROM indicator its
                     WHERE its.objective_id = ${objective}.id AND its.removed_at IS NULL), false)`;
}
