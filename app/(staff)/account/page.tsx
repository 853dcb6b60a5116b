import { AccountNotices } from "@/components/account/account-notices";
import { OwnSessions } from "@/components/account/own-sessions";
import { ChangePasswordForm } from "@/components/account/change-password-form";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { staffPage } from "@/lib/auth/page";
import { listOpenSessions } from "@/lib/sessions/queries";
import { changeStaffPasswordAction, endOwnStaffSessionAction } from "./actions";

export const metadata = { title: "Account" };

export default staffPage("ownAccount", async ({ tx, actor, session, searchParams }) => {
  const sessions = await listOpenSessions(tx, { staffId: actor.staffId });
  return (
    <div className="grid max-w-[720px] gap-6">
      <PageHeader title="Account" facts={<span>{`${session.name} · ${session.email}`}</span>} />
      <AccountNotices said={searchParams} />
      <Card title="Change password">
        <ChangePasswordForm
          action={changeStaffPasswordAction}
          email={session.email}
          least={session.organisation.passwordMin}
        />
      </Card>
      <Card title="Second factor">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p>
            {session.hasSecondFactor
              ? "On: signing in takes a code from your app as well as the password."
              : "Off: the password alone lets you in."}
          </p>
          <LinkButton href="/account/second-factor">
            {session.hasSecondFactor ? "Manage" : "Set up"}
          </LinkButton>
        </div>
      </Card>
      <Card title="Where you are signed in" flush>
        <OwnSessions
          sessions={sessions}
          currentId={session.sessionId}
          timeZone={session.organisation.timeZone}
          locale={session.organisation.locale}
          endSession={endOwnStaffSessionAction}
        />
      </Card>
    </div>
  );
});
