import { z } from "zod";
import { filterInput, idInput, listInput } from "@/lib/platform/inputs";
import { stuckKinds } from "./stages";

/** Whom an activation run is for: contacts chosen one by one, all that an address of the grid shows, or all who are stuck in one way. */
export const drawUpRunInput = z
  .object({
    contactIds: listInput(idInput),
    /** The query of a contacts grid's address, beginning with "?". */
    filter: filterInput("Choose contacts in the grid first.").optional(),
    stuck: z.enum(stuckKinds).optional(),
  })
  .refine(
    ({ contactIds, filter, stuck }) =>
      [contactIds.length > 0, filter !== undefined, stuck !== undefined].filter(Boolean).length === 1,
    { error: "Choose somebody first.", path: ["contactIds"] },
  );

export const runInput = z.object({ id: idInput });
