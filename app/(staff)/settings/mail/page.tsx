import { MailForm } from "@/components/settings/mail-form";
import { SettingsPage } from "@/components/settings/settings-page";
import { TestMail } from "@/components/settings/test-mail";
import { Card } from "@/components/ui/card";
import { staffPage } from "@/lib/auth/page";
import { senderAddress } from "@/lib/mail/transport";
import { findSettings, versionOf } from "@/lib/organisations/save-part";
import { mailPart } from "@/lib/organisations/update-mail";
import { sendTestMailAction, updateMailAction } from "../actions";

export const metadata = { title: "Mail settings" };

export default staffPage("administerSettings", async ({ tx, session, searchParams }) => {
  const { organisation } = session;
  const row = await findSettings(tx, organisation.id);
  return (
    <SettingsPage
      title="Sending e-mails"
      intro="Whom your e-mails come from. Those that wait to be sent go out with it too."
      save={row.saves[mailPart.name]}
      place={organisation}
      isSaved={"saved" in searchParams}
      saved="Send a test e-mail to see whether your mail server takes it."
    >
      <Card title="Sender">
        <MailForm
          values={mailPart.read(row)}
          version={versionOf(row, mailPart.name)}
          fallback={{ name: row.name, address: senderAddress() }}
          action={updateMailAction}
        />
      </Card>
      <Card title="Test">
        <TestMail email={session.email} action={sendTestMailAction} />
      </Card>
    </SettingsPage>
  );
});
