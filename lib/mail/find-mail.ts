import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { companies, contacts, mail, organisations, tokens } from "@/db/schema";
import { isId } from "@/lib/platform/ids";
import { tokenState } from "@/lib/tokens/state";
import { currentTemplates, findVersion } from "./own-template";
import { displayNameOf } from "./templates";

const tokenView = {
  id: tokens.id,
  purpose: tokens.purpose,
  expiresAt: tokens.expiresAt,
  firstOpenedAt: tokens.firstOpenedAt,
  usedAt: tokens.usedAt,
  endedReason: tokens.endedReason,
};

/** An e-mail as its own page shows it; its sealed body is opened by `showMail` only. */
export type MailDetail = NonNullable<Awaited<ReturnType<typeof findMail>>>;

/** The e-mail with this id, its recipient and the state of its link, or null when it cannot be seen. */
export async function findMail(tx: Tx, id: string) {
  if (!isId(id)) return null;
  const [found] = await tx
    .select({
      mail,
      organisation: organisations,
      company: { id: companies.id, kind: companies.kind, name: companies.name },
      contact: { id: contacts.id, name: contacts.name },
      token: tokenView,
    })
    .from(mail)
    .innerJoin(organisations, eq(organisations.id, mail.organisationId))
    .leftJoin(
      companies,
      and(eq(companies.organisationId, mail.organisationId), eq(companies.id, mail.companyId)),
    )
    .leftJoin(
      contacts,
      and(eq(contacts.organisationId, mail.organisationId), eq(contacts.id, mail.contactId)),
    )
    .leftJoin(tokens, and(eq(tokens.organisationId, mail.organisationId), eq(tokens.id, mail.tokenId)))
    .where(eq(mail.id, id));
  if (!found) return null;
  const { mail: row, token, ...rest } = found;
  const own = row.templateVersion
    ? await findVersion(tx, row.template, row.templateVersion)
    : row.tries === 0
      ? (await currentTemplates(tx, [row.template])).get(row.template)
      : null;
  return {
    ...row,
    ...rest,
    templateName: displayNameOf(row.template),
    /** The organisation's version that it was made from, or would be now if it has yet to be made. */
    own: own ?? null,
    token: token && { ...token, state: tokenState(token) },
  };
}
