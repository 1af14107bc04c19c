import type { Version } from "@upiao/db";
import type { Context } from "../context.ts";
import { freezeVersion } from "./freeze-version.ts";
import { lockSectionToEdit } from "./lock-section-to-edit.ts";
import { tellOfVersion } from "./tell-of-version.ts";

/** Keeps the text as it stands under a name. For who may edit it: to others it would be a way to fill the timeline. */
export async function nameVersion(context: Context, sectionId: string, name: string): Promise<Version> {
  const { userId } = context.signedIn;
  const version = await context.change(async (tx) => {
    await lockSectionToEdit(tx, sectionId, userId);
    return freezeVersion(tx, { sectionId, kind: "NAMED", name, byUserId: userId });
  });
  tellOfVersion(context.parts.bus, version);
  return version;
}
