import type { Credential } from "@/lib/credentials/queries";

const words: Record<string, string> = {
  queued: "e-mail queued",
  sending: "e-mail being sent",
  sent: "e-mail sent",
  captured: "e-mail kept here: no mail server is set",
  failed: "e-mail failed",
  cancelled: "e-mail cancelled",
};

/** How far an invitation got: its e-mail, with the mail server's words when it failed, and whether its link was opened. */
export function InvitationNote({ invitation }: { invitation: Credential["invitation"] }) {
  if (!invitation) return null;
  const { mail, openedAt } = invitation;
  if (openedAt) return <span className="text-small text-muted">link opened</span>;
  if (!mail) return null;
  const failed = mail.state === "failed";
  return (
    <span className={`text-small ${failed ? "text-bad" : "text-muted"}`}>
      {words[mail.state] ?? mail.state}
      {failed && mail.words ? `: ${mail.words}` : ""}
    </span>
  );
}
