import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import type { CompanyKind } from "@/lib/companies/input";
import type { MappedField } from "./mapping";

/** How a file is to be read and what its rows may do, as somebody chose it. */
export type Plan = {
  runId: string;
  kind: CompanyKind;
  mode: "create" | "create-and-update";
  emptyCells: "keep" | "clear";
  linkLogins: boolean;
  delimiter: string;
  fields: MappedField[];
  /** How many columns the headings name. */
  width: number;
  fileName: string;
  rowsTotal: number;
};

/** Tells whoever waits how far the work has come; throws when they have asked to stop. */
export type Report = (phase: Phase, rowsDone: number) => Promise<void>;

/** What is being done, as people are told. */
export type Phase = "reading" | "comparing" | "companies" | "contacts" | "recording";

/** A check or an import under way: the transaction in which everything happens, as whom, by which plan. */
export type Work = { tx: Tx; actor: StaffActor; plan: Plan; report: Report };
