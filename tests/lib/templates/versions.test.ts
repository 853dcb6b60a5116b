import { asActor } from "@/db/as-actor";
import type { Refusal } from "@/lib/platform/errors";
import { saveTemplateInput } from "@/lib/templates/input";
import { findTemplate, findVersionToShow, listTemplateRows, listVersions } from "@/lib/templates/queries";
import { saveTemplate } from "@/lib/templates/save-template";
import { asSuperuser, resetDatabase } from "../../support/database";
import { somePeople, type People } from "../../support/people";
import { ACTIVATION, builtIn, own, reset, restore, save } from "./arrange";

let people: People;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
});

const inUse = (of: People = people) => asActor(of.staff, (tx) => findTemplate(tx, ACTIVATION));
const events = () =>
  asSuperuser<{ act: string; subject: string; before: object; after: object }>(
    "SELECT act, subject, before, after FROM audit_events WHERE act LIKE 'template.%' ORDER BY id",
  );
const refused = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: Refusal) => error,
  );

describe("a template", () => {
  it("is the built-in one until somebody changes it", async () => {
    expect(await inUse()).toMatchObject({ version: 0, isOwn: false, sources: builtIn(), problem: null });
    expect(await asActor(people.staff, listTemplateRows)).toContainEqual({
      name: ACTIVATION,
      displayName: "accountactivation-EJS",
      description: expect.stringContaining("Account activation"),
      isOwn: false,
      isBroken: false,
      latest: null,
    });
  });

  it("is saved as a new version, with who and when, and put on record", async () => {
    expect(await save(people.staff, 0)).toEqual({ template: ACTIVATION, version: 1 });
    expect(await save(people.staff, 1, { subject: "Welcome" })).toEqual({ template: ACTIVATION, version: 2 });
    expect(await inUse()).toMatchObject({ version: 2, isOwn: true, sources: { ...own, subject: "Welcome" } });
    expect(await asActor(people.staff, (tx) => listVersions(tx, ACTIVATION))).toMatchObject([
      { version: 2, act: "saved", savedByName: "Clerk", savedAt: expect.any(Date) },
      { version: 1, act: "saved" },
    ]);
    expect(await events()).toMatchObject([
      {
        act: "template.saved",
        subject: "accountactivation-EJS",
        after: { version: 1, changed: ["subject", "html", "text"] },
      },
      { act: "template.saved", before: { version: 1 }, after: { version: 2, changed: ["subject"] } },
    ]);
  });

  it("has no new version when nothing was changed", async () => {
    await save(people.staff, 0);
    expect(await save(people.staff, 1)).toEqual({ template: ACTIVATION, version: 1 });
    expect(await events()).toHaveLength(1);
  });

  it("is changed for its own organisation only", async () => {
    const others = await somePeople("others");
    await save(people.staff, 0);
    expect(await inUse(others)).toMatchObject({ version: 0, isOwn: false });
    expect(await asActor(others.staff, (tx) => findVersionToShow(tx, ACTIVATION, 1))).toBeNull();
    expect(await refused(restore(others.staff, 0, 1))).toMatchObject({ code: "not-found" });
  });

  it("goes back to an earlier version, which becomes a new one", async () => {
    await save(people.staff, 0);
    await save(people.staff, 1, { subject: "Welcome" });
    expect(await restore(people.staff, 2, 1)).toEqual({ template: ACTIVATION, version: 3 });
    expect(await inUse()).toMatchObject({ version: 3, sources: own });
    expect((await asActor(people.staff, (tx) => listVersions(tx, ACTIVATION)))[0]).toMatchObject({
      act: "restored",
      restoredFrom: 1,
    });
    expect((await events()).at(-1)).toMatchObject({
      act: "template.restored",
      after: { version: 3, restoredFrom: 1, changed: ["subject"] },
    });
  });

  it("goes back to the built-in one, and from there to the version before", async () => {
    await save(people.staff, 0);
    await reset(people.staff, 1);
    expect(await inUse()).toMatchObject({ version: 2, isOwn: false, sources: builtIn() });
    expect((await events()).at(-1)).toMatchObject({ act: "template.reset", after: { version: 2 } });
    expect(await reset(people.staff, 2)).toEqual({ template: ACTIVATION, version: 2 });
    await restore(people.staff, 2, 1);
    expect(await inUse()).toMatchObject({ version: 3, isOwn: true, sources: own });
    await restore(people.staff, 3, 2);
    expect(await inUse()).toMatchObject({ version: 4, isOwn: false, sources: builtIn() });
  });
});

describe("nothing is written", () => {
  afterEach(async () => {
    expect((await asSuperuser("SELECT 1 FROM template_versions")).length).toBeLessThanOrEqual(1);
    expect((await events()).length).toBeLessThanOrEqual(1);
  });

  it("of a template that does not pass, and each part says its line and reason", async () => {
    const changes = {
      subject: "Hello <%= recipient.passwort %>",
      html: "<p>\n<script>alert(1)</script></p><%= link.url %>",
      text: "Hello\n<%= process.env %>",
    };
    expect(await refused(save(people.staff, 0, changes))).toMatchObject({
      code: "invalid",
      fields: {
        subject: "“recipient.passwort” is not a field.",
        html: "Line 2: <script> is not allowed. E-mails hold no scripts.",
        text: "Line 2: “process.env” is not a field.",
      },
    });
  });

  it("of an activation without its link", async () => {
    const words = "Line 1: It must always show “<%= link.url %>”, or the e-mail is of no use.";
    expect(await refused(save(people.staff, 0, { html: "<p>Hello</p>", text: "Hello" }))).toMatchObject({
      fields: { html: words, text: words },
    });
  });

  it("of a subject of two lines, which could carry headers of its own", () => {
    for (const subject of ["a\nBcc: x@y.example", "a\r\nb", "a\rb", "a\u0000b", " ", "<%# x\n %>"])
      expect(saveTemplateInput.safeParse({ ...own, subject, template: ACTIVATION, version: 0 }).success).toBe(
        false,
      );
  });

  it("of a template that does not exist", async () => {
    const input = { ...own, template: "layout", version: 0 };
    const work = asActor(people.staff, (tx) => saveTemplate({ tx, actor: people.staff }, input));
    expect(await refused(work)).toMatchObject({ code: "not-found" });
    expect(await refused(restore(people.staff, 0, 7))).toMatchObject({ code: "not-found" });
  });

  it("by whoever was not the first, who is told where the two differ", async () => {
    await save(people.staff, 0);
    const late = await refused(save(people.staff, 0, { text: "Hi\n<%= link.url %>" }));
    expect(late).toMatchObject({
      code: "stale",
      message: expect.stringMatching(/^Clerk changed this template after you opened it\..*still here\.$/),
      details: {
        version: 1,
        theirs: own,
        differences: [{ field: "text", theirs: "line 1: Dear <%= recipient.name %>,", yours: "line 1: Hi" }],
      },
    });
    expect(await refused(reset(people.staff, 0))).toMatchObject({ code: "stale" });
    expect(await refused(restore(people.staff, 0, 1))).toMatchObject({ code: "stale" });
  });

  it("twice when two save at once", async () => {
    const tries = await Promise.allSettled([save(people.staff, 0), save(people.staff, 0, { subject: "x" })]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [lost] = tries.flatMap((tried) => (tried.status === "rejected" ? [tried.reason as Refusal] : []));
    expect(lost?.code).toBe("stale");
  });
});

it("a version of before, which would not pass today, can be looked at but not restored", async () => {
  await asSuperuser(
    `INSERT INTO template_versions (organisation_id, template, version, act, subject, html, text, saved_by, saved_by_name, saved_at)
     VALUES ($1, $2, 1, 'saved', 's', '<p>x</p>', 'x', $3, 'Clerk', now())`,
    [people.organisationId, ACTIVATION, people.staff.staffId],
  );
  expect(await inUse()).toMatchObject({
    problem: expect.stringMatching(/^Its HTML is no longer accepted\. Line 1:/),
  });
  await save(people.staff, 1);
  expect(await refused(restore(people.staff, 2, 1))).toMatchObject({ code: "invalid" });
  expect(await asActor(people.staff, (tx) => findVersionToShow(tx, ACTIVATION, "1"))).toMatchObject({
    sources: { html: "<p>x</p>" },
  });
});
