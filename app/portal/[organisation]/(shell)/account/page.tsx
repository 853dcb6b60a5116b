import { AccountNotices } from "@/components/account/account-notices";
import { ChangePasswordForm } from "@/components/account/change-password-form";
import { OwnSessions } from "@/components/account/own-sessions";
import { TermsNote } from "@/components/portal/terms-field";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { contactPage } from "@/lib/auth/page";
import { hasAccepted } from "@/lib/logins/accepted-terms";
import { listOpenSessions } from "@/lib/sessions/queries";
import { changeContactPasswordAction, endContactSessionAction } from "../../actions";

export const metadata = { title: "Account" };

export default contactPage("signedIn", async ({ tx, actor, session, searchParams }) => {
  const { organisation, login, contact } = session;
  const sessions = await listOpenSessions(tx, { loginId: actor.loginId });
  return (
    <div className="grid max-w-[720px] gap-6">
      <PageHeader title="Account" facts={<span>{`${contact.name} · ${login.email}`}</span>} />
      <AccountNotices said={searchParams} />
      <Card title="Change password">
        <ChangePasswordForm
          action={changeContactPasswordAction}
          email={login.email}
          least={organisation.passwordMin}
        >
          {hasAccepted(login, organisation) ? null : <TermsNote organisation={organisation} />}
        </ChangePasswordForm>
      </Card>
      <Card title="Where you are signed in" flush>
        <OwnSessions
          sessions={sessions}
          currentId={session.sessionId}
          timeZone={organisation.timeZone}
          locale={organisation.locale}
          endSession={endContactSessionAction}
        />
      </Card>
    </div>
  );
});
