import type { StaffActor } from "@/db/actor";
import { asActor } from "@/db/as-actor";
import { archiveProject, restoreProject } from "@/lib/projects/archive-project";
import { createProject } from "@/lib/projects/create-project";
import { createProjectInput, updateProjectInput } from "@/lib/projects/input";
import { readProjectList } from "@/lib/projects/list-input";
import { findProject, listProjectMembers, listProjects } from "@/lib/projects/queries";
import { setProjectMember } from "@/lib/projects/set-member";
import { updateProject } from "@/lib/projects/update-project";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople } from "@/tests/support/people";
import { assign, colleague, create } from "../companies/support";

let ada: StaffActor;
let bo: StaffActor;
let companyId: string;

beforeEach(async () => {
  await resetDatabase();
  ada = { ...(await somePeople()).staff, roles: ["administrator"] };
  bo = { ...(await colleague(ada)), roles: [] };
  ({ id: companyId } = await create(ada, { name: "Acme", code: "ACME" }));
});

const begin = (by: StaffActor, values: Record<string, unknown> = {}) =>
  asActor(by, (tx) =>
    createProject({ tx, actor: by }, createProjectInput.parse({ companyId, name: "New shop", ...values })),
  );
const save = (by: StaffActor, projectId: string, values: Record<string, unknown>) =>
  asActor(by, (tx) =>
    updateProject(
      { tx, actor: by },
      updateProjectInput.parse({ projectId, name: "New shop", version: 1, ...values }),
    ),
  );
const emailOf = ({ staffId }: StaffActor) =>
  staffId === ada.staffId ? "clerk@winslow.example" : `${staffId}@x.example`;
const put = (
  by: StaffActor,
  projectId: string,
  who: StaffActor,
  level: "administrator" | "member" | "none" = "member",
) => setProjectMember({ actor: by }, { projectId, email: emailOf(who), level });
const named = (by: StaffActor, params: Record<string, string> = {}) =>
  asActor(by, async (tx) => {
    const { rows } = await listProjects(tx, companyId, readProjectList(params));
    return rows.map(({ name }) => name);
  });
const members = (projectId: string) =>
  asActor(ada, async (tx) => {
    const rows = await listProjectMembers(tx, projectId);
    return rows.map(({ name, level }) => `${name}: ${level}`);
  });
const acts = async () => {
  const rows = await asSuperuser<{ act: string }>(
    "SELECT act FROM audit_events WHERE act LIKE 'project.%' ORDER BY at, id",
  );
  return rows.map(({ act }) => act);
};

describe("a project of a company", () => {
  it("makes whoever begins it its administrator, and is put on record", async () => {
    const { id, kind } = await begin(ada, { description: "Fit it out", status: "planned" });
    expect(kind).toBe("customer");
    expect(await members(id)).toEqual(["Clerk: administrator"]);
    const found = await asActor(ada, (tx) => findProject(tx, id));
    expect(found).toMatchObject({ name: "New shop", description: "Fit it out", status: "planned" });
    expect(await acts()).toEqual(["project.created"]);
  });

  it("is begun by who edits the company, not by who only reads it or does not see it", async () => {
    await expect(begin(bo)).rejects.toMatchObject({ code: "not-found" });
    await assign(bo, companyId);
    await expect(begin(bo)).rejects.toMatchObject({ code: "not-found" });
    await begin({ ...bo, roles: ["crmCompanyView", "crmCompanyEdit"] });
    const stranger = { ...(await somePeople("other")).staff, roles: ["administrator"] };
    await expect(begin(stranger)).rejects.toMatchObject({ code: "not-found" });
    expect(await named(ada)).toEqual(["New shop"]);
  });

  it("needs a name and a status that exists", () => {
    const parsed = createProjectInput.safeParse({ companyId, name: " ", status: "lost" });
    expect(parsed.error?.issues.map(({ path }) => path.join("."))).toEqual(["name", "status"]);
  });

  it("follows the reach of its company: unassigned staff do not see it", async () => {
    const { id } = await begin(ada);
    expect(await named(bo)).toEqual([]);
    expect(await asActor(bo, (tx) => findProject(tx, id))).toBeNull();
    await assign(bo, companyId);
    expect(await named(bo)).toEqual(["New shop"]);
  });
});

describe("editing a project", () => {
  it("is saved with what changed on record, and refused when somebody was quicker", async () => {
    const { id } = await begin(ada);
    await save(ada, id, { status: "done" });
    await expect(save(ada, id, { name: "Old shop" })).rejects.toMatchObject({
      code: "stale",
      message: expect.stringContaining("Clerk saved this project"),
    });
    expect(await named(ada)).toEqual(["New shop"]);
    const [event] = await asSuperuser("SELECT before, after FROM audit_events WHERE act = 'project.changed'");
    expect(event).toEqual({ before: { status: "active" }, after: { status: "done", projectId: id } });
  });

  it("is for its administrators, also when they only read the company, and not for its members", async () => {
    const { id } = await begin(ada);
    await assign(bo, companyId);
    await put(ada, id, bo);
    await expect(save(bo, id, { name: "Mine" })).rejects.toMatchObject({ code: "forbidden" });
    await put(ada, id, bo, "administrator");
    await save(bo, id, { name: "Mine" });
    expect(await named(ada)).toEqual(["Mine"]);
  });
});

describe("archiving a project", () => {
  it("hides it from the list until it is restored, and loses nothing", async () => {
    const { id } = await begin(ada);
    await begin(ada, { name: "Warehouse" });
    await asActor(ada, (tx) => archiveProject({ tx, actor: ada }, { projectId: id }));
    expect(await named(ada)).toEqual(["Warehouse"]);
    expect(await named(ada, { archived: "1" })).toEqual(["New shop", "Warehouse"]);
    await asActor(ada, (tx) => restoreProject({ tx, actor: ada }, { projectId: id }));
    await asActor(ada, (tx) => restoreProject({ tx, actor: ada }, { projectId: id }));
    expect(await named(ada)).toEqual(["New shop", "Warehouse"]);
    expect(await acts()).toEqual([
      "project.created",
      "project.created",
      "project.archived",
      "project.restored",
    ]);
  });

  it("and searching look at name and description, without regard to accents and case", async () => {
    await begin(ada, { name: "Café Zürich" });
    await begin(ada, { name: "Warehouse", description: "Near the café" });
    await begin(ada, { name: "Depot" });
    expect(await named(ada, { q: "CAFE" })).toEqual(["Café Zürich", "Warehouse"]);
    expect(await named(ada, { q: "%" })).toEqual([]);
  });
});

describe("the people of a project", () => {
  it("are colleagues who see its company", async () => {
    const { id } = await begin(ada);
    await expect(put(ada, id, bo)).rejects.toMatchObject({
      fields: { email: expect.stringContaining("cannot see this company yet") },
    });
    await assign(bo, companyId);
    await put(ada, id, bo);
    await put(ada, id, bo);
    expect(await members(id)).toEqual(["Clerk: administrator", "Bo: member"]);
    await put(ada, id, bo, "none");
    expect(await acts()).toEqual(["project.created", "project.member-added", "project.member-removed"]);
  });

  it("always have an administrator among them, also when two take each other off at once", async () => {
    const { id } = await begin(ada);
    await expect(put(ada, id, ada, "none")).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("last administrator"),
    });
    await assign(bo, companyId);
    await put(ada, id, bo, "administrator");
    const outcomes = await Promise.allSettled([put(ada, id, bo, "none"), put(ada, id, ada, "none")]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await members(id)).filter((one) => one.endsWith("administrator"))).toHaveLength(1);
  });
});
