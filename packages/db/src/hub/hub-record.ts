import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, PrimaryGeneratedColumn, type ValueTransformer } from "typeorm";

/** What is kept in the hub's register. */
@ObjectType()
export abstract class HubRecord {
  @Field(() => ID)
  @PrimaryGeneratedColumn("uuid")
  readonly id!: string;

  @Field(() => Int, { description: "Grows with each change: who changes it says which one they have seen." })
  @Column("integer", { default: 1 })
  revision!: number;
}

/** Euro with cents, which the driver would hand over as text. */
export const euro: ValueTransformer = {
  to: (amount: number | null) => amount,
  from: (text: string | null) => (text === null ? null : Number(text)),
};
