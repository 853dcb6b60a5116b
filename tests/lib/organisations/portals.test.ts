import { asActor } from "@/db/as-actor";
import { loadAccess } from "@/lib/access/queries";
import { explainAccess, explainHidden } from "@/lib/access/explain";
import { isShown } from "@/lib/auth/contact-needs";
import { reachWithin } from "@/lib/auth/needs";
import { announce } from "@/lib/organisations/announce";
import { announcementNow } from "@/lib/organisations/dismiss-announcement";
import { announcementInput, buttonsOf, portalInput } from "@/lib/organisations/portal-input";
import { findSettings, type Context } from "@/lib/organisations/save-part";
import { findLogo, findPortal } from "@/lib/organisations/queries";
import { updatePortal } from "@/lib/organisations/update-portal";
import { clock } from "@/lib/platform/clock";
import { enable, everyone, save } from "@/tests/lib/access/arrange";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";

let people: People;
const now = clock.now;
const asStaff = <T>(work: (context: Context) => Promise<T>) =>
  asActor(people.staff, (tx) => work({ tx, actor: people.staff }));
const settings = () => asStaff(({ tx }) => findSettings(tx, people.organisationId));
const hide = (audience: "customer" | "supplier", hidden: string[], version = 1) =>
  asStaff((context) =>
    updatePortal(context, portalInput.parse({ audience, hidden: hidden.join(), version })),
  );

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople("winslow", { timeZone: "Europe/Berlin" });
});
afterEach(() => {
  clock.now = now;
});

describe("a hidden tab", () => {
  it("is of no effect for whoever is allowed it, and says so wherever access is explained", async () => {
    await save(people.staff, [enable("services", everyone), enable("invoices", everyone)]);
    const before = await asStaff(({ tx }) => loadAccess(tx, people.contactId));
    expect(before.permissions.get("invoices")?.usable).toBe(true);
    await hide("customer", ["customer.invoices"]);
    const answer = (await asStaff(({ tx }) => loadAccess(tx, people.contactId))).permissions.get("invoices");
    if (!answer) throw new Error("There is no answer.");
    expect(answer).toMatchObject({ allowed: true, usable: false, obstacles: ["hidden"] });
    const reader = { locale: "en-GB", timeZone: "UTC" };
    expect(explainAccess(answer, reader)).toMatch(/^No effect: hidden in portal settings\./);
    expect(explainHidden(answer)).toBe("hidden in portal settings");
  });

  it("of one portal leaves those of the other as they are", async () => {
    await hide("customer", ["customer.invoices"]);
    await hide("supplier", ["supplier.deliveries"]);
    expect((await settings()).hidden).toEqual(["customer.invoices", "supplier.deliveries"]);
    await hide("customer", [], 2);
    expect((await settings()).hidden).toEqual(["supplier.deliveries"]);
  });

  it("is one of the portal's own: others are refused", () => {
    for (const hidden of ["supplier.invoices", "customer.canRegister", "customer.nonsense"])
      expect(portalInput.safeParse({ version: 1, audience: "customer", hidden }).success).toBe(false);
  });
});

test("a hidden button is not shown, and is one that settings offer to hide", async () => {
  const session = { organisation: { hidden: ["customer.newIssue"] }, contact: { kind: "customer" } };
  type Session = Parameters<typeof isShown>[0];
  expect(isShown(session as unknown as Session, "newIssue")).toBe(false);
  expect(isShown(session as unknown as Session, "newEnquiry")).toBe(true);
  expect(buttonsOf("customer").map(({ value }) => value)).toContain("customer.newIssue");
});

describe("an announcement", () => {
  const say = (typed: object, version = 1) =>
    asStaff((context) =>
      announce(
        context,
        announcementInput.parse({ audience: "customer", text: "Closed on Monday.", version, ...typed }),
      ),
    );
  const seenAt = async (moment: string) => {
    clock.now = () => new Date(moment);
    const { announcements } = await settings();
    return announcementNow(announcements, "customer", null)?.text;
  };

  it("is shown from and until when the organisation's clocks say", async () => {
    await say({ from: "2026-12-24T12:00", until: "2026-12-27T08:00" });
    expect(await seenAt("2026-12-24T10:59:00Z")).toBeUndefined();
    expect(await seenAt("2026-12-24T11:00:00Z")).toBe("Closed on Monday.");
    expect(await seenAt("2026-12-27T07:00:00Z")).toBeUndefined();
    expect(announcementNow((await settings()).announcements, "supplier", null)).toBeNull();
  });

  it("that was put away comes back only when it is another one", async () => {
    await say({});
    const first = (await settings()).announcements.customer;
    expect(announcementNow({ customer: first }, "customer", first?.id ?? "")).toBeNull();
    await say({ text: "Closed on Tuesday." }, 2);
    const { announcements } = await settings();
    expect(announcementNow(announcements, "customer", first?.id ?? "")?.text).toBe("Closed on Tuesday.");
    await say({ text: "" }, 3);
    expect((await settings()).announcements).toEqual({});
    expect(await asSuperuser("SELECT act FROM audit_events")).toHaveLength(3);
  });

  it("does not end before it begins", () => {
    const input = {
      version: 1,
      audience: "customer",
      text: "x",
      from: "2026-12-24T12:00",
      until: "2026-12-24T12:00",
    };
    expect(announcementInput.safeParse(input).error?.issues).toMatchObject([{ path: ["until"] }]);
  });
});

test.each([
  ["everyone", "assigned", "all", "all"],
  ["editors", null, "all", "all"],
  ["administrators", null, null, "all"],
] as const)(
  "companies are created by %s, and by no import either",
  (companyCreators, nobody, editor, boss) => {
    const reach = (roles: string[]) => reachWithin({ companyCreators }, "createCompanies", roles);
    expect([reach([]), reach(["companyView", "companyEdit"]), reach(["administrator"])]).toEqual([
      nobody,
      editor,
      boss,
    ]);
    const editors = ["companyView", "companyEdit"];
    expect(reachWithin({ companyCreators }, "importCompanies", editors)).toBe(editor);
    expect(reachWithin({ companyCreators }, "viewCompanies", [])).toBe("assigned");
  },
);

test.each(["2026-13-01T10:00", "2026-02-30T10:00", "2026-01-01T25:00", "0000-01-01T00:00"])(
  "an announcement from %s is refused, and not shown at once",
  (from) => {
    const typed = { version: 1, audience: "customer", text: "We move.", from };
    expect(announcementInput.safeParse(typed).error?.issues).toMatchObject([{ path: ["from"] }]);
  },
);

test.each(["a\u0000", "A b", "x".repeat(3_000)])("there is no portal, and no logo, at %j", async (slug) => {
  expect(await findPortal(slug)).toBeNull();
  expect(await findLogo(slug, people.organisationId)).toBeNull();
});
