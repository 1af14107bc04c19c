/** Whether a section `s`, of the plan `p` where it has one, is published: then everybody may read it. */
export const publishedSection = "(s.state = 'PUBLISHED' AND (s.plan_id IS NULL OR p.state = 'PUBLISHED'))";
