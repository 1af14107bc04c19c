import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** An edition of the Piano triennale per l'informatica. Of two the later has the later code. */
@ObjectType()
@Entity()
export class StrategyEdition {
  @Field(() => String, { description: "The years that it is for: 2024-2026." })
  // In the order of its letters, whatever the language of the database.
  @PrimaryColumn("text", { collation: "C" })
  code!: string;

  @Field(() => String)
  @Column("text")
  title!: string;

  @Field(() => String, { description: "Which state of its text is held." })
  @Column("text")
  edition!: string;

  @Field(() => String)
  @Column("text")
  licence!: string;

  @Field(() => String, { nullable: true, description: "What is known to be missing from it." })
  @Column("text", { nullable: true })
  note!: string | null;

  /** Of what the file said when it was loaded: the same again is not written again. */
  @Column("text")
  fingerprint!: string;
}
