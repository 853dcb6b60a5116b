import { stateNames, stateTones, stateUntil } from "@/components/contacts/credential-words";
import { Moment } from "@/components/time/moment";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { Credential } from "@/lib/credentials/queries";

/** The contacts of a company with the state of each one's credential; each leads to its own page. */
export function ContactsCard({
  company,
  credentials,
  hasMore,
  ...place
}: {
  company: { id: string; name: string };
  credentials: Credential[];
  hasMore: boolean;
  timeZone: string;
  locale: string;
}) {
  return (
    <Card title="Contacts" flush>
      {credentials.length === 0 ? (
        <p className="px-4 py-3 text-muted">{`${company.name} has no contacts yet. Add one, so that somebody can come to the portal.`}</p>
      ) : (
        <ul className="divide-y divide-line">
          {credentials.map((credential) => (
            <li
              key={credential.contactId}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2"
            >
              <span className="min-w-0">
                <a className="text-link font-medium" href={`/contacts/${credential.contactId}`}>
                  {credential.name}
                </a>{" "}
                <span className="text-muted wrap-anywhere">{credential.email ?? "no e-mail"}</span>
              </span>
              <span className="flex flex-wrap items-center gap-2">
                {credential.lastSignInAt ? (
                  <span className="text-small text-muted">
                    Last sign-in <Moment at={credential.lastSignInAt} {...place} />
                  </span>
                ) : null}
                <Badge tone={stateTones[credential.state.kind]}>
                  {[stateNames[credential.state.kind], stateUntil(credential.state, place)]
                    .filter(Boolean)
                    .join(" ")}
                </Badge>
              </span>
            </li>
          ))}
        </ul>
      )}
      {hasMore ? (
        <p className="border-t border-line px-4 py-2 text-muted">
          Only the first 50 are shown. Search under Contacts for others.
        </p>
      ) : null}
    </Card>
  );
}
