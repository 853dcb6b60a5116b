import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { MailBody } from "@/components/mail/mail-body";
import { MailFacts } from "@/components/mail/mail-facts";
import { MailState } from "@/components/mail/mail-state";
import { ShownHow } from "@/components/mail/shown-how";
import { TemplateFallback } from "@/components/mail/template-fallback";
import { MailTries } from "@/components/mail/mail-tries";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { staffActor } from "@/lib/auth/action";
import { staffPage } from "@/lib/auth/page";
import { findMail } from "@/lib/mail/find-mail";
import { mayHandle, mayOpen } from "@/lib/mail/may-handle";
import { whyNot } from "@/lib/mail/resend-mail";
import { showMail } from "@/lib/mail/show-mail";
import { resendMailAction } from "../actions";

export const metadata = { title: "E-mail" };

export default staffPage("viewMail", async ({ tx, session, params, searchParams }) => {
  const mail = await findMail(tx, params.mailId ?? "");
  if (!mail) notFound();
  const sender = staffActor(session, "sendMail");
  const mayAct = await mayHandle(tx, sender, mail);
  const shown = showMail(mail, await mayOpen(tx, sender, mail));
  const { timeZone, locale } = session.organisation;
  const refusal = whyNot(mail);
  return (
    <div className="grid gap-6">
      <PageHeader
        title={shown.subject || mail.templateName}
        state={<MailState state={mail.state} />}
        breadcrumb={[{ label: "Mail", href: "/mail" }, { label: mail.toAddress }]}
        actions={
          mayAct && !refusal ? (
            <ActionForm action={resendMailAction} hidden={{ mailId: mail.id }}>
              <SubmitButton>{mail.state === "queued" ? "Try now" : "Send again"}</SubmitButton>
            </ActionForm>
          ) : null
        }
      />
      {"resent" in searchParams ? <Banner tone="good" title="It is on its way" live /> : null}
      {mayAct && refusal && mail.state !== "sent" ? (
        <Banner title="It cannot be sent again">{refusal}</Banner>
      ) : null}
      <ShownHow note={shown.note} />
      <TemplateFallback mail={mail} />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,720px)_minmax(320px,1fr)]">
        <MailBody mail={shown} />
        <div className="grid gap-6">
          <Card title="Facts">
            <MailFacts mail={mail} timeZone={timeZone} locale={locale} />
          </Card>
          <Card title="Tries" flush>
            <MailTries mail={mail} timeZone={timeZone} locale={locale} />
          </Card>
        </div>
      </div>
    </div>
  );
});
