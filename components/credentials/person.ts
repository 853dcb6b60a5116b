import type { Action } from "@/lib/auth/action";
import type { CredentialAct, CredentialState } from "@/lib/credentials/state";

/** Whom an act concerns, as far as dialogs and toasts speak of them. */
export type Person = {
  contactId: string;
  name: string;
  email: string | null;
  state: CredentialState["kind"];
};

/** A temporary password on its only way to the screen. */
export type ShownPassword = { email: string; password: string; temporaryUntil: Date; loginUrl: string };

/** The server actions behind the acts. */
export type CredentialActions = Record<
  Exclude<CredentialAct, "set-temporary-password">,
  Action<{ name: string }>
> & {
  "set-temporary-password": Action<ShownPassword>;
};
