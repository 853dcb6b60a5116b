import { momentText, type Place } from "@/components/time/moment";
import { DescriptionList, type Fact } from "@/components/ui/description-list";
import { auditHref, everything, SYSTEM } from "@/lib/audit/list-input";
import type { FoundEvent } from "@/lib/audit/find-event";
import { kindNames, recordsOf } from "./event-words";

/** Who did it when, to what, and where it stands in the chain; with links to what else they did and to what it concerns. */
export function EventFacts({
  event,
  showsPlace,
  ...place
}: { event: FoundEvent; showsPlace: boolean } & Place) {
  const { company, contact, staff } = event;
  const facts: Fact[] = [
    { term: "When", detail: exactText(event.at, place) },
    { term: "Who", detail: <Who event={event} /> },
    ...(company?.id
      ? [
          {
            term: "Company",
            detail: (
              <a className="text-link" href={`/${company.kind}s/${company.id}`}>
                {company.name}
              </a>
            ),
          },
        ]
      : []),
    ...(contact?.id
      ? [
          {
            term: "Contact",
            detail: (
              <a className="text-link" href={`/contacts/${contact.id}`}>
                {contact.name}
              </a>
            ),
          },
        ]
      : []),
    ...(staff?.id ? [{ term: "Member of staff", detail: staff.name }] : []),
    ...recordsOf(event, company).map(({ href, label }) => ({
      term: label,
      detail: (
        <a className="text-link" href={href}>
          Open
        </a>
      ),
    })),
    ...(showsPlace ? [{ term: "In the chain", detail: placeWords(event, place) }] : []),
  ];
  return <DescriptionList facts={facts} />;
}

function Who({ event: { actorId, actorName, actorKind } }: { event: FoundEvent }) {
  const by = actorKind === "system" ? SYSTEM : (actorId ?? "");
  return (
    <>
      {actorName}
      {actorKind === "system" ? "" : ` (${kindNames[actorKind].toLowerCase()})`}
      {by ? (
        <>
          {" · "}
          <a className="text-link" href={auditHref({ ...everything, by })}>
            All that {actorKind === "system" ? "Portico" : "they"} did
          </a>
        </>
      ) : null}
    </>
  );
}

const exactText = (at: Date, { timeZone, locale }: Place): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "long", timeZone }).format(at);

function placeWords({ place }: FoundEvent, where: Place): string {
  if (!place?.position) return "Waits to be sealed, for a minute at most";
  return `Place ${place.position.toLocaleString(where.locale)}, sealed ${place.sealedAt ? momentText(place.sealedAt, where) : ""}`;
}
