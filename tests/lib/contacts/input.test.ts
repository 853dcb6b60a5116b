import { inviteContactInput } from "@/lib/contacts/input";
import { newId } from "@/lib/platform/ids";

const fields = { companyId: newId(), name: "Yoshi" };

describe("the entries of Add contact", () => {
  it.each([
    ["no name", { ...fields, name: "  " }, "name"],
    ["a name of 121 letters", { ...fields, name: "a".repeat(121) }, "name"],
    ["a line break in the name", { ...fields, name: "a\nb" }, "name"],
    ["no company", { name: "Yoshi" }, "companyId"],
    ["a company that is no id", { ...fields, companyId: "1 OR 1=1" }, "companyId"],
    ["half an address", { ...fields, email: "yoshi@" }, "email"],
    ["an object for an address", { ...fields, email: { $ne: "" } }, "email"],
    ["a template without an address for it", { ...fields, template: "accountactivation-EJS" }, "email"],
    ["a role that does not exist", { ...fields, permissions: ["administrator"] }, "permissions.0"],
    ["the portal itself as a role", { ...fields, permissions: ["services"] }, "permissions.0"],
    ["a group role that is no id", { ...fields, groupRoleIds: "x" }, "groupRoleIds.0"],
    ["a phone number of a thousand digits", { ...fields, phone: "1".repeat(1_000) }, "phone"],
    ["a list for a phone number", { ...fields, phone: ["1"] }, "phone"],
  ])("are refused at their field: %s", (_, given, field) => {
    const parsed = inviteContactInput.safeParse(given);
    expect(parsed.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });

  it("take what a plain form sends: one value for a list of one, nothing for none", () => {
    expect(
      inviteContactInput.parse({ ...fields, email: "", permissions: "invoices", link: "on" }),
    ).toMatchObject({ email: null, permissions: ["invoices"], groupRoleIds: [], link: true, template: "" });
  });

  it("drop what does not belong to them", () => {
    const hostile: unknown = JSON.parse(
      `{"companyId": "${newId()}", "name": "Yoshi", "accessSince": 0, "__proto__": {"link": true}}`,
    );
    const parsed = inviteContactInput.parse(hostile);
    expect(parsed.link).toBe(false);
    expect(Object.keys(parsed)).not.toContain("accessSince");
  });
});
