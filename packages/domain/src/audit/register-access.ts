import type { Post, Role } from "../access/role.ts";

/** Who answers for a body, and who controls it. */
const readers: readonly Role[] = ["ADMIN", "SECRETARY", "RTD", "AUDITOR"];

/** Whether these posts let one read the register of what was done at a body, or at an office that it leads. */
export function mayReadRegister(bodyId: string, posts: readonly Post[]): boolean {
  return posts.some((post) => post.bodyId === bodyId && readers.includes(post.role));
}
