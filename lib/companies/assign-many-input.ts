import { z } from "zod";
import { emailInput, filterInput, idInput, listInput } from "@/lib/platform/inputs";
import { assignStaffInput } from "./assign-input";
import { kindInput } from "./input";

const MOST_COLLEAGUES = 20;

/** E-mail addresses as somebody types or pastes them: with commas, semicolons, blanks or line breaks between. */
const emailsInput = z
  .string({ error: "Enter the e-mail address of a colleague." })
  .max(6_000, { error: `Enter at most ${MOST_COLLEAGUES} addresses.` })
  .transform((typed, context) => {
    const emails = new Set<string>();
    for (const each of typed.split(/[\s,;]+/).filter(Boolean)) {
      const email = emailInput.safeParse(each);
      if (email.success) emails.add(email.data);
      else
        context.addIssue({
          code: "custom",
          message: `“${each.slice(0, 60)}” is no e-mail address. Enter one such as ana@example.com.`,
        });
    }
    return [...emails];
  })
  .refine((emails) => emails.length > 0, { error: "Enter the e-mail address of a colleague." })
  .refine((emails) => emails.length <= MOST_COLLEAGUES, {
    error: `Enter at most ${MOST_COLLEAGUES} addresses.`,
  });

/**
 * What colleagues become to many companies. Without `expected`, which stands for the changes that were shown, it is only counted what
 * would change.
 */
export const assignManyInput = z
  .object({
    kind: kindInput,
    /** Whether the rows chosen are meant or all that the grid shows. */
    of: z.enum(["chosen", "filter"], { error: "Choose which companies are meant." }),
    companyIds: listInput(idInput),
    filter: filterInput("Choose companies in the grid first.").optional(),
    emails: emailsInput,
    level: assignStaffInput.shape.level,
    expected: z.string().max(80).optional(),
    typed: z.string().max(40).default(""),
  })
  .refine((asked) => asked.of === "filter" || asked.companyIds.length > 0, {
    error: "Choose companies in the grid first.",
    path: ["of"],
  })
  .refine((asked) => asked.of === "chosen" || asked.filter !== undefined, {
    error: "Choose companies in the grid first.",
    path: ["of"],
  });

export type AssignManyInput = z.output<typeof assignManyInput>;

/** What would become of one colleague's access, in companies. */
export type ColleaguePlan = {
  name: string;
  email: string;
  /** Those where they had none before, were something else, lose it, are so already, or stay the last administrator. */
  counts: Record<"added" | "changed" | "removed" | "same" | "last-administrator", number>;
};

/** What would change, or has changed, and what would not and why; in companies unless it says otherwise. */
export type AssignmentPlan = {
  chosen: number;
  changing: number;
  /** Nothing changes there, because it is so already. */
  same: number;
  /** At least one colleague stays its administrator, because it would be left without one. */
  lastAdministrator: number;
  notAdministered: number;
  /** Chosen, but not there any more or not visible. */
  unseen: number;
  colleagues: ColleaguePlan[];
  /** How many assignments are taken away, if it takes so many that the number must be typed. */
  mustType: number | null;
  /** Stands for exactly these changes. */
  expected: string;
};

/** What was asked, as a form sends it. */
export type AskedAssignments = { emails: string; level: AssignManyInput["level"]; of: AssignManyInput["of"] };

/** What became of it: counted only, or saved. */
export type AssignedMany = { isSaved: boolean; plan: AssignmentPlan; asked: AskedAssignments };
