import { stages } from "./company-rows";
import { marks, type Kind, type Whose, type World } from "./world";

type Values = Record<string, unknown>;

/** What an action is given that names a thing of a company; `beside`, together with one of the clerk's own. */
export type Attempt = (of: Of) => Values[];

type Of = {
  id: (name: string) => string;
  own: (name: string) => string;
  mark: string;
  kind: Kind;
  world: World;
};

const password = "correct horse battery staple 7";
const ofEachContact =
  (more: Values = {}): Attempt =>
  ({ id }) =>
    stages.map((stage) => ({ contactId: id(`contact ${stage}`), ...more }));
const ofRun: Attempt = ({ world }) => [{ id: world.shared("run boss") }];
const ofProject =
  (more: Values = {}): Attempt =>
  ({ id }) => [{ projectId: id("project"), ...more }];

/** The acts of staff that concern only themselves: they take no company, nor anything of one. */
export const ownAccount = [
  "app/(public)/actions.ts signOutStaffAction",
  "app/(staff)/account/actions.ts changeStaffPasswordAction",
  "app/(staff)/account/actions.ts endOwnStaffSessionAction",
  "app/(staff)/account/actions.ts issueRecoveryCodesAction",
  "app/(staff)/account/actions.ts removeOwnSecondFactorAction",
  "app/(staff)/account/actions.ts startSecondFactorAction",
  "app/(staff)/customers/requests/actions.ts requestAccessAction",
];

/** How each action that staff of limited reach may call is tried on a company that is not theirs; every other one reaches the organisation. */
export const attempts: Record<string, Attempt> = {
  "app/(staff)/activations/actions.ts cancelActivationsAction": ofRun,
  "app/(staff)/activations/actions.ts drawUpActivationsAction": ({ id, mark }) => [
    { contactIds: stages.map((stage) => id(`contact ${stage}`)) },
    { filter: `?q=${mark}&state=all` },
  ],
  "app/(staff)/activations/actions.ts startActivationsAction": ofRun,
  "app/(staff)/contacts/actions.ts inviteContactAction": ({ id, own, mark, kind }) => [
    {
      companyId: id("company"),
      name: "New",
      email: "new@elsewhere.example",
      template: "accountactivation-EJS",
    },
    { companyId: own("company"), name: "New", email: `invited@${kind}.${mark}.example`, link: true },
    { companyId: own("company"), name: "New", email: `failed@${kind}.${mark}.example` },
  ],
  "app/(staff)/contacts/actions.ts updateContactAction": ({ id, own, mark, kind }) => [
    ...stages.map((stage) => ({ contactId: id(`contact ${stage}`), version: 1, name: "Taken over" })),
    {
      contactId: own("contact none"),
      version: 1,
      name: "N",
      email: `failed@${kind}.${mark}.example`,
      link: true,
    },
  ],
  "app/(staff)/credentials/actions.ts cancelActivationAction": ofEachContact(),
  "app/(staff)/credentials/actions.ts deactivateContactAction": ofEachContact(),
  "app/(staff)/credentials/actions.ts reactivateContactAction": ofEachContact(),
  "app/(staff)/credentials/actions.ts sendActivationAction": ofEachContact(),
  "app/(staff)/credentials/actions.ts sendResetLinkAction": ofEachContact(),
  "app/(staff)/credentials/actions.ts setTemporaryPasswordAction": ofEachContact({ password }),
  "app/(staff)/credentials/actions.ts unlockLoginAction": ofEachContact(),
  "app/(staff)/customers/[companyId]/projects/actions.ts archiveProjectAction": ofProject(),
  "app/(staff)/customers/[companyId]/projects/actions.ts createProjectAction": ({ id }) => [
    { companyId: id("company"), name: "New" },
  ],
  "app/(staff)/customers/[companyId]/projects/actions.ts restoreProjectAction": ofProject(),
  "app/(staff)/customers/[companyId]/projects/actions.ts setProjectMemberAction": ofProject({
    ...{ email: "clerk@ours.example", level: "administrator" },
  }),
  "app/(staff)/customers/[companyId]/projects/actions.ts updateProjectAction": ofProject({
    name: "N",
    version: 1,
  }),
  "app/(staff)/customers/actions.ts assignManyAction": ({ id, mark, kind }) => {
    const wanted = { kind, emails: "clerk@ours.example, boss@ours.example", level: "administrator" };
    return [
      { ...wanted, of: "chosen", companyIds: [id("company")] },
      { ...wanted, of: "chosen", companyIds: [id("company")], expected: "administrator 2 0" },
      { ...wanted, of: "filter", filter: `?q=${mark}&status=all`, expected: "administrator 2 0" },
    ];
  },
  "app/(staff)/customers/actions.ts assignStaffAction": ({ id }) =>
    ["none", "member", "administrator"].flatMap((level) =>
      ["clerk@ours.example", "boss@ours.example"].map((email) => ({
        companyId: id("company"),
        email,
        level,
      })),
    ),
  "app/(staff)/customers/actions.ts createCompanyAction": ({ id, mark, kind }) => [
    { kind, name: "A site", parentId: id("company") },
    { kind, name: "A site", parentCode: `${mark}-1` },
    { kind, name: "Again", code: `${mark}-1` },
  ],
  "app/(staff)/customers/actions.ts saveSettingsAction": ({ id }) => [
    { companyId: id("company"), logLevel: "off" },
  ],
  "app/(staff)/customers/actions.ts updateCompanyAction": ({ id, own, mark }) => [
    { id: id("company"), version: 1, name: "Taken over", billingPlace: "same" },
    { id: own("company"), version: 1, name: "N", parentCode: `${mark}-1` },
  ],
  "app/(staff)/mail/actions.ts resendMailAction": ({ id }) =>
    ["active", "invited", "failed"].map((stage) => ({ mailId: id(`mail ${stage}`) })),
};

/** Everything that the action is tried with. What another organisation calls its own may be called so here, too: it is told by ids alone. */
export function attemptsOn(name: string, world: World, whose: Whose): Values[] {
  const tried = (["customer", "supplier"] as const).flatMap(
    (kind) =>
      attempts[name]?.({
        ...{ world, kind, mark: marks[whose] },
        id: (thing) => world.id(whose, kind, thing),
        own: (thing) => world.id("own", kind, thing),
      }) ?? [],
  );
  return whose === "foreign"
    ? tried.filter((values) => !JSON.stringify(values).includes(marks.foreign))
    : tried;
}
