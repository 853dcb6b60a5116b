import type { Statement } from "@/db/statement";
import { clock } from "@/lib/platform/clock";

/** A staff user as sign-in knows them. */
export type Found = {
  organisationId: string;
  id: string;
  name: string;
  passwordHash: string | null;
  isActive: boolean;
  hasSecondFactor: boolean;
};

/** The statement that finds the staff user with this e-mail in the whole deployment, with what sign-in needs to know. */
export const findingStaff = (email: string): Statement<Found> => ({
  name: "find staff",
  text: `SELECT organisation_id AS "organisationId", id, name, password_hash AS "passwordHash", deactivated_at IS NULL AS "isActive",
      second_factor_since IS NOT NULL AS "hasSecondFactor"
    FROM staff_users WHERE email = $1`,
  values: [email],
});

/** The statement that notes when a staff user has signed in; it answers a row unless the password that was looked at is not theirs any more. */
export const notingSignIn = ({ id, passwordHash, hasSecondFactor }: Found): Statement => ({
  name: "note staff sign-in",
  text: "UPDATE staff_users SET last_sign_in_at = $2, failed_sign_ins = 0 WHERE id = $1 AND password_hash = $3 AND (second_factor_since IS NOT NULL) = $4 RETURNING id",
  values: [id, clock.now().toISOString(), passwordHash, hasSecondFactor],
});
