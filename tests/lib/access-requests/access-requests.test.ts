import type { StaffActor } from "@/db/actor";
import { asActor } from "@/db/as-actor";
import { declineRequest, grantRequest } from "@/lib/access-requests/answer-request";
import { declineRequestInput, grantRequestInput } from "@/lib/access-requests/input";
import { countOpenRequests, findLastRequest, listOpenRequests } from "@/lib/access-requests/queries";
import { requestAccess } from "@/lib/access-requests/request-access";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople } from "@/tests/support/people";
import { colleague, create } from "../companies/support";

let ada: StaffActor;
let bo: StaffActor;

beforeEach(async () => {
  await resetDatabase();
  ada = (await somePeople()).staff;
  bo = await colleague(ada);
  await asSuperuser(
    "INSERT INTO staff_roles (organisation_id, staff_id, role) VALUES ($1, $2, 'administrator')",
    [ada.organisationId, ada.staffId],
  );
});

const ask = (message = "I look after Acme.") => requestAccess({ actor: bo }, { message });
const open = (by = ada) => asActor(by, listOpenRequests);
const grant = async (codes: string, level = "member") => {
  const [request] = await open();
  return asActor(ada, (tx) =>
    grantRequest({ tx, actor: ada }, grantRequestInput.parse({ requestId: request?.id, codes, level })),
  );
};
const decline = async (answer: string) => {
  const [request] = await open();
  return asActor(ada, (tx) =>
    declineRequest({ tx, actor: ada }, declineRequestInput.parse({ requestId: request?.id, answer })),
  );
};
const letters = () =>
  asSuperuser<{ template: string; to_address: string; data: object }>(
    "SELECT template, to_address, data FROM mail ORDER BY created_at, id",
  );

describe("asking for access", () => {
  it("shows and mails it to every administrator, on record, and to nobody else", async () => {
    await colleague(ada);
    await ask();
    expect(await open()).toMatchObject([{ name: "Bo", message: "I look after Acme." }]);
    expect(await letters()).toEqual([
      {
        template: "company-access-requested",
        to_address: "clerk@winslow.example",
        data: { person: "Bo", words: "I look after Acme." },
      },
    ]);
    expect(await asSuperuser("SELECT act, actor_name FROM audit_events")).toEqual([
      { act: "access-request.made", actor_name: "Bo" },
    ]);
    expect(await open((await somePeople("other")).staff)).toEqual([]);
  });

  it("is done once until it is answered, also twice at once, and mails once", async () => {
    const outcomes = await Promise.allSettled([ask(), ask()]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await letters()).toHaveLength(1);
    await expect(ask()).rejects.toMatchObject({ code: "conflict" });
  });

  it("is held to three times a day", async () => {
    for (const answer of ["No", "Still no", "No again"]) {
      await ask();
      await decline(answer);
    }
    await expect(ask()).rejects.toMatchObject({ code: "throttled" });
  });
});

describe("answering", () => {
  it("grants companies by their IDs, upper or lower case, and tells who asked", async () => {
    const { id } = await create(ada, { name: "Acme", code: "ACME" });
    await ask();
    await grant(" acme ;", "administrator");
    expect(
      await asSuperuser("SELECT company_id, level FROM assignments WHERE staff_id = $1", [bo.staffId]),
    ).toEqual([{ company_id: id, level: "administrator" }]);
    expect((await letters())[1]).toEqual({
      template: "company-access-answered",
      to_address: `${bo.staffId}@x.example`,
      data: { person: "Clerk", words: "Acme", isGranted: true },
    });
    expect(await asActor(ada, countOpenRequests)).toBe(0);
  });

  it("makes a member an administrator when that is granted, and leaves an administrator one", async () => {
    await create(ada, { name: "Acme", code: "ACME" });
    const levels = () => asSuperuser("SELECT level FROM assignments WHERE staff_id = $1", [bo.staffId]);
    await ask();
    await grant("ACME");
    await ask();
    await grant("ACME", "administrator");
    expect(await levels()).toEqual([{ level: "administrator" }]);
    await ask();
    await grant("ACME");
    expect(await levels()).toEqual([{ level: "administrator" }]);
    expect(
      await asSuperuser(
        "SELECT before ->> 'level' AS b, after ->> 'level' AS a FROM audit_events WHERE act LIKE 'company.assign%' ORDER BY id",
      ),
    ).toEqual([
      { b: "none", a: "member" },
      { b: "member", a: "administrator" },
    ]);
  });

  it("grants nothing when one ID is not known, and leaves the request open", async () => {
    await create(ada, { name: "Acme", code: "ACME" });
    await ask();
    await expect(grant("ACME, NOPE")).rejects.toMatchObject({
      fields: { codes: expect.stringContaining("NOPE") },
    });
    expect(await asSuperuser("SELECT * FROM assignments WHERE staff_id = $1", [bo.staffId])).toEqual([]);
    expect(await open()).toHaveLength(1);
  });

  it("declines with a word that is shown to who asked, once", async () => {
    await ask();
    const [request] = await open();
    await decline("Ask your team lead.");
    expect(await asActor(bo, (tx) => findLastRequest(tx, bo.staffId))).toMatchObject({
      outcome: "declined",
      answer: "Ask your team lead.",
    });
    const again = asActor(ada, (tx) =>
      declineRequest({ tx, actor: ada }, { requestId: request?.id ?? "", answer: "No" }),
    );
    await expect(again).rejects.toMatchObject({ code: "conflict" });
    expect(await letters()).toHaveLength(2);
  });

  it("is not for staff of limited reach", async () => {
    await ask();
    const [request] = await open();
    const own = asActor(bo, (tx) =>
      grantRequest(
        { tx, actor: bo },
        grantRequestInput.parse({ requestId: request?.id, codes: "PARK", level: "member" }),
      ),
    );
    await expect(own).rejects.toMatchObject({ code: "invalid" });
    await expect(
      asActor(bo, (tx) => declineRequest({ tx, actor: bo }, { requestId: request?.id ?? "", answer: "x" })),
    ).rejects.toMatchObject({ code: "conflict" });
  });
});
