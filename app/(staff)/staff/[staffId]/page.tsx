import { notFound } from "next/navigation";
import { ActivityList } from "@/components/activity/activity-list";
import { ActionForm, FormTextField } from "@/components/forms/action-form";
import { AssignedCompanies } from "@/components/staff/assigned-companies";
import { ChangeEmailForm } from "@/components/staff/change-email-form";
import { MayDoList } from "@/components/staff/may-do-list";
import { StaffActs } from "@/components/staff/staff-acts";
import { StaffBadge } from "@/components/staff/staff-badge";
import { StaffRolesForm } from "@/components/staff/staff-roles-form";
import { doneText } from "@/components/staff/words";
import { Moment } from "@/components/time/moment";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { actWords } from "@/lib/audit/act-words";
import { listStaffEvents } from "@/lib/audit/queries";
import { explainRoles } from "@/lib/auth/explain-roles";
import { staffPage } from "@/lib/auth/page";
import { listStaffGroupRoles } from "@/lib/group-roles/queries";
import { OWN_ADDRESS } from "@/lib/staff/change-staff-email";
import { heldText } from "@/lib/staff/held-roles";
import { listAssignments } from "@/lib/staff/list-assignments";
import { findPerson } from "@/lib/staff/people";
import { whyNotOneself } from "@/lib/staff/staff-state";
import { rolesLacking } from "@/lib/staff/roles";
import { changeStaffEmailAction, renameStaffAction, setStaffRolesAction } from "../actions";
import { staffActions } from "../acts";

export const metadata = { title: "Staff user" };

export default staffPage("viewStaff", async ({ tx, actor, session, params, searchParams }) => {
  const person = await findPerson(tx, params.staffId ?? "");
  if (!person) notFound();
  const { id, name, email, state } = person;
  const place = { timeZone: session.organisation.timeZone, locale: session.organisation.locale };
  const beyond = rolesLacking(session.roles, [
    ...person.allRoles,
    ...person.groupRoles.flatMap(({ roles }) => roles),
  ]);
  const mayChange = beyond.length === 0;
  const happenings = (await listStaffEvents(tx, id)).map((event) => ({ ...event, text: actWords(event) }));
  const acts = id === actor.staffId ? person.acts.filter((act) => !whyNotOneself(act)) : person.acts;
  const done = doneText(searchParams.done);
  return (
    <div className="grid gap-6">
      <PageHeader
        title={name}
        breadcrumb={[{ href: "/staff", label: "Staff" }, { label: name }]}
        state={<StaffBadge state={state} {...place} />}
        facts={<span>{email}</span>}
      />
      {done ? <Banner tone="good" title={done} live /> : null}
      {mayChange ? null : (
        <Banner tone="info" title={`${name} holds roles that you do not hold`}>
          {`Only an administrator, or a colleague who holds them too, can change anything here: ${beyond.join(", ")}.`}
        </Banner>
      )}
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,880px)_minmax(320px,1fr)]">
        <div className="grid gap-6">
          <Card title="Roles">
            {mayChange ? (
              <StaffRolesForm
                person={{
                  ...{ id, roles: person.roles, seen: heldText(person) },
                  groupRoleIds: person.groupRoles.map((group) => group.id),
                }}
                own={session.roles}
                choices={await listStaffGroupRoles(tx)}
                action={setStaffRolesAction}
              />
            ) : (
              <DescriptionList
                facts={[
                  { term: "Roles", detail: person.roles.join(", ") },
                  { term: "Group roles", detail: person.groupRoles.map((group) => group.name).join(", ") },
                ]}
              />
            )}
          </Card>
          <Card title="What they may do" flush>
            <MayDoList explained={explainRoles(person)} />
          </Card>
        </div>
        <div className="grid gap-6">
          <Card title="Account">
            <div className="grid gap-4">
              <DescriptionList
                facts={[
                  { term: "Signs in with", detail: email },
                  { term: "State", detail: <StaffBadge state={state} {...place} /> },
                  ...(person.deactivatedBy ? [{ term: "Deactivated by", detail: person.deactivatedBy }] : []),
                  {
                    term: "Last sign-in",
                    detail: person.lastSignInAt ? <Moment at={person.lastSignInAt} {...place} /> : "never",
                  },
                  {
                    term: "Second factor",
                    detail: person.secondFactorSince ? (
                      <>
                        On since <Moment at={person.secondFactorSince} {...place} />
                      </>
                    ) : (
                      "Off"
                    ),
                  },
                  { term: "Here since", detail: <Moment at={person.createdAt} {...place} /> },
                ]}
              />
              {mayChange ? (
                <StaffActs
                  staffId={id}
                  acts={acts}
                  wasInvited={person.invitationId !== null}
                  actions={staffActions}
                />
              ) : null}
            </div>
          </Card>
          {mayChange ? (
            <Card title="Name">
              <ActionForm action={renameStaffAction} hidden={{ staffId: id }}>
                <FormTextField name="name" label="Name" defaultValue={name} autoComplete="off" />
                <div>
                  <SubmitButton variant="secondary">Save name</SubmitButton>
                </div>
              </ActionForm>
            </Card>
          ) : null}
          {mayChange ? (
            <Card title="E-mail address">
              {id === actor.staffId ? (
                <p>{OWN_ADDRESS}</p>
              ) : (
                <ChangeEmailForm
                  person={{ id, email, hasPassword: person.hasPassword }}
                  action={changeStaffEmailAction}
                />
              )}
            </Card>
          ) : null}
          <Card title="Companies" flush>
            <AssignedCompanies {...await listAssignments(tx, id)} locale={place.locale} />
          </Card>
          <Card title="Activity" flush>
            <ActivityList happenings={happenings} {...place} />
          </Card>
        </div>
      </div>
    </div>
  );
});
