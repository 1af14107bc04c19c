import { demoText } from "@upiao/catalog";
import { type FirstText, readLastWrites, Section, UpdateLog, User } from "@upiao/db";
import { markdownToUpdate } from "@upiao/document";
import { sectionCodes } from "@upiao/domain";
import { type DataSource, In } from "typeorm";
import { type DemoAddress, demoPeople, emailOf } from "./accounts.ts";
import { demoBodies } from "./bodies.ts";
import { demoPlans } from "./plans.ts";
import { officeName, planYear, sharedText } from "./write-office.ts";

/** Under which the demonstration writes in every section: fixed, so that the same text is the same bytes. */
const clientId = 20_260_131;

/** Writes every text of the demonstration as the first update of its section's log, all or none, and answers
 *  how many. None when they are there already: they enter once, whatever people have made of them since. */
export async function writeTexts(database: DataSource): Promise<number> {
  const shared = await findShared(database);
  if ((await readLastWrites(database, [shared.id])).size > 0) return 0;

  const authors = await findAuthors(database);
  const sections = await findOwn(database);
  const texts = [
    firstUpdate(shared.id, sharedText, authors.get("rtd.lucca")!),
    ...demoPlans.flatMap((plan) =>
      (plan.written ?? plan.sections).map((code) => {
        const sectionId = sections.get(keyOf(demoBodies[plan.body], plan.firstYear, code));
        if (!sectionId) throw new Error(`the demonstration lacks section ${code} of ${plan.body}`);
        return firstUpdate(sectionId, `${plan.texts}/${code}`, authors.get(plan.author)!);
      }),
    ),
  ];
  await new UpdateLog(database).begin(texts);
  return texts.length;
}

function firstUpdate(sectionId: string, text: string, authorId: string): FirstText {
  const bytes = markdownToUpdate(demoText(text).markdown, clientId);
  return { sectionId, bytes, clientId, authorId };
}

function findShared(database: DataSource): Promise<Section> {
  return database.getRepository(Section).findOneByOrFail({
    office: { name: officeName },
    firstYear: planYear,
    code: sectionCodes.strategy,
  });
}

async function findAuthors(database: DataSource): Promise<Map<DemoAddress, string>> {
  const emails = demoPeople.map((person) => emailOf(person.address));
  const users = await database.getRepository(User).findBy({ email: In(emails) });
  return new Map(
    demoPeople.map(({ address }) => [address, users.find((user) => user.email === emailOf(address))!.id]),
  );
}

async function findOwn(database: DataSource): Promise<Map<string, string>> {
  const sections = await database.getRepository(Section).find({
    where: { plan: { body: { istatCode: In(Object.values(demoBodies)) } } },
    relations: { plan: { body: true } },
  });
  return new Map(
    sections.map((section) => [
      keyOf(section.plan!.body.istatCode!, section.firstYear, section.code),
      section.id,
    ]),
  );
}

function keyOf(istatCode: string, firstYear: number, code: string): string {
  return `${istatCode} ${firstYear} ${code}`;
}
