import { tokenUrl } from "@/lib/tokens/links";
import type { MailDetail } from "./find-mail";
import { servedLogo, withLogoFrom } from "./logo";
import { makeMail } from "./make-mail";
import type { RenderedMail } from "./render";
import { openBodies } from "./seal";
import { isTemplateName } from "./templates";

/** What an e-mail says, to be shown. */
export type ShownMail = RenderedMail & {
  /** The link itself, of a captured e-mail, for those who may open it. */
  link: string | null;
  /** Why this is not word for word what was sent or kept; null when it is. */
  note: "without its link" | "sealed with another key" | "template gone" | null;
};

// Portico itself does not know the secret that was sent.
const MASK = "••••••••";

/** Shows a captured e-mail as it is to those who `mayOpen` its link; any other is rendered anew, without its secret. */
export function showMail(mail: MailDetail, mayOpen: boolean): ShownMail {
  const sealed = mayOpen && mail.state === "captured" ? mail.sealedBody : null;
  const opened = sealed && openBodies(mail.id, sealed);
  const logoUrl = servedLogo(mail.organisation);
  if (opened)
    return {
      subject: mail.subject,
      ...{ html: withLogoFrom(opened.html, logoUrl), text: opened.text },
      ...{ link: linkOf(mail, opened.text), note: null },
    };
  if (!isTemplateName(mail.template))
    return { subject: mail.subject, html: "", text: "", link: null, note: "template gone" };
  const { toName, staffId, data, createdAt, token } = mail;
  const purpose = token?.purpose ?? null;
  const facts = {
    organisation: { ...mail.organisation, logoUrl },
    toName,
    staffId,
    data,
    createdAt,
    purpose,
    companyName: mail.company?.name ?? null,
  };
  const shown = makeMail(
    { ...facts, template: mail.template },
    token && { secret: MASK, expiresAt: token.expiresAt },
    mail.own,
  );
  const note = sealed ? "sealed with another key" : token ? "without its link" : null;
  return { ...shown, link: null, note };
}

function linkOf({ token, organisation }: MailDetail, text: string): string | null {
  if (!token) return null;
  const start = tokenUrl(token.purpose, organisation.slug, "");
  return text.split(/\s/).find((word) => word.startsWith(start)) ?? null;
}
