import type { Statement } from "@/db/statement";
import { clock } from "@/lib/platform/clock";

type Row = {
  loginId: string;
  email: string;
  passwordHash: string | null;
  temporaryUntil: Date | null;
  id: string;
  name: string;
  companyId: string;
  companyName: string;
  isActive: boolean;
  isCompanyClosed: boolean;
};

/** The statement that finds the login with this e-mail in the organisation, once for each contact that it stands for; see `loginIn`. */
export const findingLogin = (email: string): Statement<Row> => ({
  name: "find login",
  text: `
    SELECT login.id AS "loginId", login.email, login.password_hash AS "passwordHash", login.temporary_until AS "temporaryUntil",
      contact.id, contact.name, company.id AS "companyId", company.name AS "companyName",
      contact.deactivated_at IS NULL AS "isActive", company.status = 'closed' AS "isCompanyClosed"
    FROM logins login
    JOIN contacts contact ON contact.organisation_id = login.organisation_id AND contact.login_id = login.id
    JOIN companies company ON company.organisation_id = contact.organisation_id AND company.id = contact.company_id
    WHERE login.email = $1
    ORDER BY company.name, contact.id`,
  values: [email],
});

/** What `findingLogin` found, or null. */
export function loginIn(rows: readonly Row[]) {
  const [first] = rows;
  if (!first) return null;
  const { loginId: id, email, passwordHash, temporaryUntil } = first;
  const contacts = rows.map((row) => ({
    id: row.id,
    name: row.name,
    companyId: row.companyId,
    companyName: row.companyName,
    isActive: row.isActive,
    isCompanyClosed: row.isCompanyClosed,
  }));
  return { id, email, passwordHash, temporaryUntil, contacts };
}

/** A login as sign-in and what is sent by e-mail see it. */
export type LoginWithContacts = NonNullable<ReturnType<typeof loginIn>>;

/** The statement that notes when a login has signed in; it answers a row unless the password that was looked at is not the one any more. */
export const notingSignIn = (login: Pick<LoginWithContacts, "id" | "passwordHash">): Statement => ({
  name: "note contact sign-in",
  text: "UPDATE logins SET last_sign_in_at = $2 WHERE id = $1 AND password_hash = $3 RETURNING id",
  values: [login.id, clock.now().toISOString(), login.passwordHash],
});
