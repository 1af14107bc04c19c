import type { MigrationInterface, QueryRunner } from "typeorm";

const steps = [
  "ALTER TABLE published_text ADD search tsvector",
  "UPDATE published_text SET search = words_of_text(title, words)",
  "ALTER TABLE published_text ALTER search SET NOT NULL",
  `CREATE FUNCTION keep_words_of_text() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       NEW.search := words_of_text(NEW.title, NEW.words);
       RETURN NEW;
     END $$`,
  `CREATE TRIGGER published_text_words BEFORE INSERT OR UPDATE ON published_text
     FOR EACH ROW EXECUTE FUNCTION keep_words_of_text()`,
  "DROP INDEX published_text_search",
  "CREATE INDEX published_text_search ON published_text USING gin (search)",
];

/** The words of a published text are kept beside it. Of an index on an expression PostgreSQL can answer which texts have the words,
 *  but for a phrase, for an order by how well they answer, and for its own statistics it reads every text anew. */
export class StoredWords1764390000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const step of steps) await runner.query(step);
  }

  async down(runner: QueryRunner): Promise<void> {
    const back = [
      "DROP INDEX published_text_search",
      "CREATE INDEX published_text_search ON published_text USING gin (words_of_text(title, words))",
      "DROP TRIGGER published_text_words ON published_text",
      "DROP FUNCTION keep_words_of_text",
      "ALTER TABLE published_text DROP search",
    ];
    for (const step of back) await runner.query(step);
  }
}
