"use server";

import { staffAction } from "@/lib/auth/action";
import { archiveProject, restoreProject } from "@/lib/projects/archive-project";
import { createProject } from "@/lib/projects/create-project";
import {
  createProjectInput,
  projectInput,
  projectMemberInput,
  updateProjectInput,
} from "@/lib/projects/input";
import { setProjectMember } from "@/lib/projects/set-member";
import { updateProject } from "@/lib/projects/update-project";

export const createProjectAction = staffAction({
  needs: "editCompanies",
  input: createProjectInput,
  run: createProject,
  then: ({ kind, companyId, id }) => `/${kind}s/${companyId}/projects/${id}`,
});

// Whoever sees a company may be an administrator of one of its projects; each act asks whether they are.
export const updateProjectAction = staffAction({
  needs: "viewCompanies",
  input: updateProjectInput,
  run: updateProject,
});

export const archiveProjectAction = staffAction({
  needs: "viewCompanies",
  input: projectInput,
  run: archiveProject,
});

export const restoreProjectAction = staffAction({
  needs: "viewCompanies",
  input: projectInput,
  run: restoreProject,
});

export const setProjectMemberAction = staffAction({
  needs: "viewCompanies",
  input: projectMemberInput,
  runAlone: setProjectMember,
});
