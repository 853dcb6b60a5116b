import sharp from "sharp";
import { asActor } from "@/db/as-actor";
import { findLogo } from "@/lib/organisations/queries";
import { findSettings, versionOf, type Context } from "@/lib/organisations/save-part";
import { organisationInput } from "@/lib/organisations/settings-input";
import { removeLogo, setLogo } from "@/lib/organisations/set-logo";
import { updateOrganisation } from "@/lib/organisations/update-organisation";
import { listTerms, updateTerms } from "@/lib/organisations/update-terms";
import { parseInput } from "@/lib/auth/action-result";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";

let people: People;
const typed = { version: 1, name: "Acme", colour: "#aa3300", timeZone: "Europe/Berlin", locale: "de-DE" };
const input = (changes = {}) => parseInput(organisationInput, { ...typed, currency: "EUR", ...changes });
const asStaff = <T>(work: (context: Context) => Promise<T>) =>
  asActor(people.staff, (tx) => work({ tx, actor: people.staff }));
const events = () => asSuperuser("SELECT act, before, after FROM audit_events ORDER BY at, id");

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
});

describe("the organisation", () => {
  it("is saved with who did it, and the audit trail says before and after of what changed", async () => {
    await asStaff((context) => updateOrganisation(context, input()));
    const row = await asStaff(({ tx }) => findSettings(tx, people.organisationId));
    expect(row).toMatchObject({ name: "Acme", timeZone: "Europe/Berlin", locale: "de-DE" });
    expect(row.saves.organisation).toMatchObject({ version: 2, by: "Clerk" });
    const [event] = await events();
    expect(event).toMatchObject({
      act: "organisation.changed",
      before: { name: "winslow Ltd" },
      after: { name: "Acme" },
    });
    expect(event?.after).not.toHaveProperty("currency");
  });

  it("saved a second time from the same form is refused, and says whose save is there and what differs", async () => {
    await asStaff((context) => updateOrganisation(context, input()));
    const late = asStaff((context) => updateOrganisation(context, input({ name: "Other" })));
    await expect(late).rejects.toMatchObject({
      code: "stale",
      message: expect.stringContaining("Clerk saved this"),
      details: { version: 2, differences: [{ field: "name", theirs: "Acme", yours: "Other" }] },
    });
    expect(await events()).toHaveLength(1);
  });

  it("saved without a change writes nothing", async () => {
    await asStaff((context) => updateOrganisation(context, input()));
    await asStaff((context) => updateOrganisation(context, input({ version: 2 })));
    expect(await events()).toHaveLength(1);
    const row = await asStaff(({ tx }) => findSettings(tx, people.organisationId));
    expect(versionOf(row, "organisation")).toBe(2);
  });

  it("is not changed by staff who reach only some companies", async () => {
    const actor = { ...people.staff, reach: "assigned" as const };
    await expect(asActor(actor, (tx) => updateOrganisation({ tx, actor }, input()))).rejects.toMatchObject({
      code: expect.stringMatching(/forbidden|not-found/),
    });
    expect(await events()).toEqual([]);
  });

  it("takes a time zone by its city too, and refuses what is none", () => {
    expect(input({ timeZone: "new york" }).timeZone).toBe("America/New_York");
    for (const wrong of [{ timeZone: "Atlantis" }, { colour: "red" }, { currency: "XXZ" }, { name: " " }])
      expect(() => input(wrong)).toThrow("Some entries need your attention.");
  });
});

const picture = (width = 800, height = 200) =>
  sharp({ create: { width, height, channels: 4, background: "#a30" } });
const upload = async (bytes: Buffer, name = "logo.png") => ({
  logo: new File([new Uint8Array(bytes)], name),
});

describe("the logo", () => {
  it.each(["png", "jpeg", "webp"] as const)(
    "is drawn anew from a %s, small enough for every frame",
    async (format) => {
      const { id } = await setLogo(
        { actor: people.staff },
        await upload(await picture().toFormat(format).toBuffer()),
      );
      const image = await findLogo(people.slug, id);
      expect(await sharp(image ?? undefined).metadata()).toMatchObject({
        format: "png",
        width: 480,
        height: 120,
      });
    },
  );

  it("keeps nothing of the file but its picture", async () => {
    const secret = "CONFIDENTIAL<script>";
    const bytes = await picture()
      .withExif({ IFD0: { Copyright: secret } })
      .jpeg()
      .toBuffer();
    expect(bytes.toString("latin1")).toContain(secret);
    const { id } = await setLogo({ actor: people.staff }, await upload(bytes));
    expect((await findLogo(people.slug, id))?.toString("latin1")).not.toContain("CONFIDENTIAL");
  });

  it.each([
    ["a drawing", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ["a page called .png", Buffer.from("<html><script>alert(1)</script>")],
    ["a picture that is cut off", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])],
  ])("is not taken from %s", async (_, bytes) => {
    await expect(setLogo({ actor: people.staff }, await upload(bytes))).rejects.toMatchObject({
      fields: { logo: expect.any(String) },
    });
    expect(await asSuperuser("SELECT id FROM organisation_logos")).toEqual([]);
  });

  it("is not taken from a small file that unpacks to a huge picture", async () => {
    const bomb = await picture(6000, 6000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(2 * 1024 * 1024);
    await expect(setLogo({ actor: people.staff }, await upload(bomb))).rejects.toMatchObject({
      code: "invalid",
    });
  });

  it("is gone from its address once replaced, taken away, or asked for in another portal", async () => {
    const file = await upload(await picture().png().toBuffer());
    const first = await setLogo({ actor: people.staff }, file);
    const second = await setLogo({ actor: people.staff }, file);
    await somePeople("other");
    expect(await findLogo(people.slug, first.id)).toBeNull();
    expect(await findLogo("other", second.id)).toBeNull();
    expect(await findLogo(people.slug, second.id)).not.toBeNull();
    const stale = asStaff((context) => removeLogo(context, { logoId: first.id }));
    await expect(stale).rejects.toMatchObject({ code: "not-found" });
    await asStaff((context) => removeLogo(context, { logoId: second.id }));
    expect(await findLogo(people.slug, second.id)).toBeNull();
    expect((await events()).map(({ act }) => act)).toEqual([
      "organisation.logo-changed",
      "organisation.logo-changed",
      "organisation.logo-removed",
    ]);
  });
});

describe("the terms", () => {
  it("keep every version, and count who accepted which last", async () => {
    await asSuperuser("UPDATE logins SET terms_accepted_at = now()");
    await asStaff((context) => updateTerms(context, { version: 1, terms: "Be kind." }));
    await asStaff((context) => updateTerms(context, { version: 2, terms: "" }));
    expect(await asStaff(({ tx }) => listTerms(tx))).toMatchObject([
      { version: 2, text: null, madeByName: "Clerk", accepted: 0 },
      { version: 1, text: "Be kind.", accepted: 0 },
      { version: 0, text: null, accepted: 1 },
    ]);
  });
});
