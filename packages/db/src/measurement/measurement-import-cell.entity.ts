import { Check, Column, Entity, ManyToOne, PrimaryColumn, type Relation } from "typeorm";
import { MeasurementImport } from "./measurement-import.entity.ts";

/** A cell of a spreadsheet that is about to be imported. Its code may be nobody's: the preview says so. */
@Entity()
@Check("measurement_import_cell_round", "round BETWEEN 1 AND 2")
export class MeasurementImportCell {
  @PrimaryColumn("uuid")
  importId!: string;
  @ManyToOne(() => MeasurementImport, { onDelete: "CASCADE" })
  import!: Relation<MeasurementImport>;

  /** Of the spreadsheet, where people find it again. */
  @PrimaryColumn("integer")
  row!: number;

  @PrimaryColumn("integer")
  round!: number;

  @Column("uuid")
  indicatorId!: string;

  @Column("text", { nullable: true })
  text!: string | null;

  @Column("text", { nullable: true })
  note!: string | null;

  @Column("text", { nullable: true })
  evidence!: string | null;

  /** Of when the value is that stood there when the cell arrived; null: there was none. */
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  basedOn!: Date | null;
}
