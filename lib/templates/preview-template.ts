import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { companies, contacts } from "@/db/schema";
import { mailProblems, type MailSources } from "@/lib/mail/compile-mail";
import type { MailPart } from "@/lib/mail/input";
import { renderMail, type RenderedMail } from "@/lib/mail/render";
import { sampleFor, type SampleOrganisation } from "@/lib/mail/sample-view";
import type { TemplateName } from "@/lib/mail/templates";
import { Refusal } from "@/lib/platform/errors";
import type { Place } from "@/lib/safe-ejs/problem";
import type { PreviewTemplateInput } from "./input";
import { demandTemplate } from "./write-version";

/** What a template looks like, or what stands in its way. */
export type TemplatePreview = {
  problems: Partial<Record<MailPart, Place>>;
  shown: RenderedMail | null;
};

type Person = { name: string; companyName: string };

/** Shows what a template makes of its sample, or of `person`. */
export function previewOf(
  name: TemplateName,
  sources: MailSources,
  organisation: SampleOrganisation,
  person?: Person,
): TemplatePreview {
  const problems = mailProblems(name, sources);
  if (Object.keys(problems).length > 0) return { problems, shown: null };
  return { problems, shown: renderMail(name, sampleFor(name, organisation, person), sources) };
}

type Context = {
  tx: Tx;
  session: { organisation: SampleOrganisation };
  /** Whether whoever asks may see contacts. */
  seesContacts: boolean;
};

/** Shows what is typed, made out to the sample or to a contact whom the asker may see. */
export async function previewTemplate(
  { tx, session, seesContacts }: Context,
  { template, contactId, ...sources }: PreviewTemplateInput,
): Promise<TemplatePreview> {
  const { name } = await demandTemplate(tx, template);
  const person = contactId ? await findPerson(tx, contactId, seesContacts) : undefined;
  return previewOf(name, sources, session.organisation, person);
}

async function findPerson(tx: Tx, contactId: string, seesContacts: boolean): Promise<Person> {
  const found = seesContacts
    ? await tx
        .select({ name: contacts.name, companyName: companies.name })
        .from(contacts)
        .innerJoin(
          companies,
          and(eq(companies.organisationId, contacts.organisationId), eq(companies.id, contacts.companyId)),
        )
        .where(eq(contacts.id, contactId))
    : [];
  if (!found[0]) throw new Refusal("not-found", "There is no such contact. Choose another one.");
  return found[0];
}
