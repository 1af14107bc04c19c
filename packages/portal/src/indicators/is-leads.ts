/** Whether an indicator (`one`, of a published record) of a text (`section_id`) is not this body's to measure, but that of the
 *  body that leads its office. For SQL. */
export function isLeadsSql(sectionId: string, bodyId: string): string {
  return `(one->>'measuredBy' = 'LEAD'
           AND EXISTS (SELECT FROM section led JOIN associated_office lead ON lead.id = led.office_id
                        WHERE led.id = ${sectionId} AND lead.lead_body_id <> ${bodyId}))`;
}
