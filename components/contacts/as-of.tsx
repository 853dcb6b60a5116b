import { momentText, type Place } from "@/components/time/moment";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { Input } from "@/components/ui/input";

/** Which moment the access is shown as of: now, one in the past, or none because what was asked for cannot be shown. */
export type AsOf =
  | { kind: "now" }
  | { kind: "then"; at: Date; text: string }
  | { kind: "unreadable" }
  | { kind: "future"; text: string }
  | { kind: "before"; since: Date; text: string };

/** Asks for the moment of which to show the access; works without script. */
export function AsOfForm({
  contactId,
  asOf,
  latest,
  timeZone,
}: {
  contactId: string;
  asOf: AsOf;
  /** Now, as the field holds it. */
  latest: string;
  timeZone: string;
}) {
  return (
    <form action={`/contacts/${contactId}`} className="flex flex-wrap items-end gap-2">
      <Field id="at" label="As of">
        {(control) => (
          <Input
            {...control}
            name="at"
            type="datetime-local"
            max={latest}
            defaultValue={"text" in asOf ? asOf.text : ""}
            key={"text" in asOf ? asOf.text : ""}
          />
        )}
      </Field>
      <Button type="submit">Show</Button>
      <span className="text-small text-muted sm:pb-1.5">{timeZone.replaceAll("_", " ")} time</span>
    </form>
  );
}

/** Says as of when the access is shown, what of it is not of that moment, and leads back to now. */
export function AsOfBanner({
  contact: { id, name, companyName },
  asOf,
  ...place
}: { contact: { id: string; name: string; companyName: string }; asOf: AsOf } & Place) {
  if (asOf.kind === "now") return null;
  const back = (
    <LinkButton small href={`/contacts/${id}`}>
      Back to now
    </LinkButton>
  );
  if (asOf.kind === "then")
    return (
      <Banner title={`As of ${momentText(asOf.at, place)}`} actions={back}>
        Decisions and group roles are those of that moment. Whether {name} is deactivated, {companyName} is
        closed and a part of the portal is offered is shown as it is today.
      </Banner>
    );
  return (
    <Banner tone="warn" title={titles[asOf.kind]} actions={back}>
      {asOf.kind === "before"
        ? `${name} was added on ${momentText(asOf.since, place)}; before that there was nothing to allow. Shown is now.`
        : "Choose a date and time in the past. Shown is now."}
    </Banner>
  );
}

const titles = {
  unreadable: "That is no date and time",
  future: "That moment is still to come",
  before: "That was before this contact was added",
} as const;
