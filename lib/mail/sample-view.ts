import { loginUrl, tokenUrl } from "@/lib/tokens/links";
import { safeColour, onColour } from "./colour";
import { laidOut, type LogoPlace } from "./logo";
import { plainName } from "./plain-name";
import { sampleView } from "./render";
import { entryOf, type TemplateName } from "./templates";
import type { MailView } from "./view";

/** The organisation that a sample speaks for. */
export type SampleOrganisation = { name: string; slug: string; colour: string } & LogoPlace;

/** The sample of a template in the organisation's own name; its link leads to the portal and opens nothing. */
export function sampleFor(
  template: TemplateName,
  { name, slug, colour: given, ...logo }: SampleOrganisation,
  person?: { name: string; companyName: string },
): MailView {
  const sample = sampleView(template);
  const colour = safeColour(given);
  const { audience, link } = entryOf(template);
  return {
    ...sample,
    organisation: { name: plainName(name), colour, onColour: onColour(colour), logo: laidOut(logo) },
    login: { url: loginUrl(audience, slug) },
    link: { ...sample.link, url: link ? tokenUrl(link, slug, "sample") : "" },
    ...(person && {
      recipient: { name: plainName(person.name) },
      company: { name: plainName(person.companyName) },
    }),
  };
}
