import { loginUrl, tokenUrl } from "@/lib/tokens/links";
import type { TokenPurpose } from "@/lib/tokens/purposes";
import { onColour, safeColour } from "./colour";
import type { MailData } from "./enqueue";
import { MOST_AREAS } from "./fields";
import { laidOut, type LogoPlace } from "./logo";
import { plainName } from "./plain-name";
import { spokenDay, spokenList, spokenTime } from "./spoken-time";

/** Everything a template can show, as words; the templates of every organisation know these fields and no others. */
export type MailView = {
  organisation: {
    name: string;
    colour: string;
    onColour: string;
    /** For the layout alone. */
    logo?: ReturnType<typeof laidOut>;
  };
  recipient: { name: string };
  company: { name: string };
  link: { url: string; expires: string };
  login: { url: string };
  notice: {
    when: string;
    byStaff: boolean;
    until: string;
    access: string;
    areas: { name: string }[];
    lastDay: string;
    person: string;
    words: string;
    isGranted: boolean;
  };
};

/** What the database knows of an e-mail and its recipient. */
export type MailFacts = {
  organisation: { name: string; slug: string; colour: string; locale: string; timeZone: string } & LogoPlace;
  toName: string;
  companyName: string | null;
  staffId: string | null;
  purpose: TokenPurpose | null;
  createdAt: Date;
  data: MailData;
};

/** The link that this e-mail carries: its secret, or what stands in for it when the e-mail is only shown. */
export type MailLink = { secret: string; expiresAt: Date };

/** Turns facts into what templates show; names that customers chose come out as names and nothing else. */
export function viewOf({ organisation, ...mail }: MailFacts, link: MailLink | null): MailView {
  const colour = safeColour(organisation.colour);
  const spoken = (at: Date | string | undefined) =>
    at ? spokenTime(new Date(at), organisation.locale, organisation.timeZone) : "";
  return {
    organisation: {
      name: plainName(organisation.name),
      colour,
      onColour: onColour(colour),
      logo: laidOut(organisation),
    },
    recipient: { name: plainName(mail.toName) },
    company: { name: plainName(mail.companyName ?? "") },
    link: {
      url: link && mail.purpose ? tokenUrl(mail.purpose, organisation.slug, link.secret) : "",
      expires: spoken(link?.expiresAt),
    },
    login: { url: loginUrl(mail.staffId ? "staff" : "contact", organisation.slug) },
    notice: {
      when: spoken(mail.data.happenedAt ?? mail.createdAt),
      byStaff: mail.data.byStaff ?? false,
      until: spoken(mail.data.temporaryUntil),
      access: spokenList(mail.data.access ?? [], organisation.locale),
      areas: (mail.data.access ?? []).slice(0, MOST_AREAS).map((name) => ({ name })),
      person: plainName(mail.data.person ?? ""),
      words: mail.data.words ?? "",
      isGranted: mail.data.isGranted ?? false,
      lastDay: mail.data.lastDay ? spokenDay(mail.data.lastDay, organisation.locale) : "",
    },
  };
}
