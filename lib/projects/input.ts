import { z } from "zod";
import { emailInput, idInput, lineInput, textInput, versionInput } from "@/lib/platform/inputs";

export const projectStatusInput = z.enum(["planned", "active", "on-hold", "done"], {
  error: "Choose a status.",
});

export type ProjectStatus = z.output<typeof projectStatusInput>;

const fields = {
  name: lineInput(120).pipe(z.string().min(1, { error: "Enter the name of the project." })),
  description: textInput(2_000).transform((typed) => typed.replace(/\r\n?/g, "\n")),
  status: projectStatusInput.default("active"),
};

export const createProjectInput = z.object({ ...fields, companyId: idInput });
export const updateProjectInput = z.object({ ...fields, projectId: idInput, version: versionInput });
export const projectInput = z.object({ projectId: idInput });

/** What a colleague may be to a project: no longer anything, a member, or an administrator of it. */
export const projectMemberInput = z.object({
  projectId: idInput,
  email: emailInput,
  level: z.enum(["none", "member", "administrator"], {
    error: "Choose administrator, member, or not on the project.",
  }),
});

export type ProjectFields = Pick<z.output<typeof createProjectInput>, keyof typeof fields>;
