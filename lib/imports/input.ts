import { z } from "zod";
import { kindInput } from "@/lib/companies/input";
import { idInput, lineInput, tickInput } from "@/lib/platform/inputs";

const column = /^column-(\d{1,3})$/;

/** The choices of “Columns”: what each column is, and what rows may do. Columns that are not imported are left out. */
export const checkImportInput = z
  .looseObject({
    id: idInput,
    mode: z.enum(["create", "create-and-update"], { error: "Choose what the import may do." }),
    emptyCells: z.enum(["keep", "clear"], { error: "Choose what an empty cell means." }),
    linkLogins: tickInput,
  })
  .transform(({ id, mode, emptyCells, linkLogins, ...rest }) => {
    const chosen = Object.entries(rest).flatMap(([name, key]): [string, string][] => {
      const at = column.exec(name)?.[1];
      return at !== undefined && typeof key === "string" && key !== "" ? [[String(Number(at)), key]] : [];
    });
    return { id, mode, emptyCells, linkLogins, columns: chosen };
  });

export type CheckImportInput = z.output<typeof checkImportInput>;

/** Names one import. */
export const importIdInput = z.object({ id: idInput });

/** What is uploaded beside the file. */
export const uploadInput = z.object({ kind: kindInput, fileName: lineInput(200).catch("") });

/** Which of an import’s rows are looked at: by outcome, from a line on. */
export const rowFilters = ["create", "update", "unchanged", "error"] as const;
export type RowFilter = (typeof rowFilters)[number];
