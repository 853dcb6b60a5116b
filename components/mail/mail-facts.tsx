import { Moment, type Place } from "@/components/time/moment";
import { DescriptionList } from "@/components/ui/description-list";
import type { MailDetail } from "@/lib/mail/find-mail";

const linkStates = {
  live: "works",
  used: "has been used",
  expired: "has expired",
  cancelled: "was cancelled",
  replaced: "was replaced by a newer one",
};

/** Whom an e-mail is for and what it is about. */
export function MailFacts({ mail, ...place }: { mail: MailDetail } & Place) {
  const { contact, company, token } = mail;
  const facts = [
    { term: "To", detail: mail.toName ? `${mail.toName}\n${mail.toAddress}` : mail.toAddress },
    { term: "Template", detail: templateOf(mail) },
    {
      term: "Contact",
      detail: contact && <Reference href={`/contacts/${contact.id}`} name={contact.name} />,
    },
    {
      term: "Company",
      detail: company && <Reference href={`/${company.kind}s/${company.id}`} name={company.name} />,
    },
    { term: "Queued", detail: <Moment at={mail.createdAt} {...place} /> },
    { term: "Sent", detail: mail.sentAt && <Moment at={mail.sentAt} {...place} /> },
  ];
  if (token) facts.push({ term: "Its link", detail: linkStates[token.state] });
  if (token?.firstOpenedAt)
    facts.push({ term: "First opened", detail: <Moment at={token.firstOpenedAt} {...place} /> });
  if (mail.messageId) facts.push({ term: "Message-ID", detail: mail.messageId });
  return <DescriptionList facts={facts} />;
}

function templateOf({ templateName, templateVersion }: MailDetail): string {
  return templateVersion ? `${templateName}, version ${templateVersion}` : templateName;
}

function Reference({ href, name }: { href: string; name: string }) {
  return (
    <a className="text-link" href={href}>
      {name}
    </a>
  );
}
