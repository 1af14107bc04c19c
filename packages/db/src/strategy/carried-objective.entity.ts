import {
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from "typeorm";
import { Section } from "../section/section.entity.ts";
import { StrategyEdition } from "./strategy-edition.entity.ts";

/** That somebody has carried the links of an objective over to an edition of the Piano triennale: its codes are that edition's
 *  from then on. The text alone cannot say it: a code may name one thing in the old edition and another in the new. Of objectives
 *  without a line here the codes are the edition's of the plan. */
@Entity()
export class CarriedObjective {
  @PrimaryColumn("uuid")
  sectionId!: string;
  @ManyToOne(() => Section, { onDelete: "CASCADE" })
  section!: Relation<Section>;

  /** What its block in the text is known by. */
  @PrimaryColumn("text")
  key!: string;

  @Column("text")
  @Index()
  edition!: string;
  @ManyToOne(() => StrategyEdition, { onDelete: "RESTRICT" })
  @JoinColumn({ name: "edition" })
  ofEdition!: Relation<StrategyEdition>;

  @CreateDateColumn({ type: "timestamptz" })
  readonly at!: Date;
}
