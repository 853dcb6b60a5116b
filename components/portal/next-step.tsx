import { buttonClass } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import type { Area } from "./area-cards";

/** The one thing to do next: open the first area, or know why there is none and whom to ask. */
export function NextStep({
  area,
  closedBecause,
  organisationName,
}: {
  area: Area | undefined;
  closedBecause: string | null;
  organisationName: string;
}) {
  if (area)
    return (
      <section className="card flex flex-wrap items-center justify-between gap-4 p-5">
        <div className="min-w-0 flex-1 basis-64">
          <h2 className="text-base">Start with {area.label.toLowerCase()}</h2>
          <p className="text-muted">{area.holds}</p>
        </div>
        {area.href ? (
          <LinkButton variant="primary" href={area.href}>
            Open {area.label.toLowerCase()}
          </LinkButton>
        ) : (
          <span className={buttonClass({ variant: "primary" })} role="link" aria-disabled="true">
            Open {area.label.toLowerCase()}
          </span>
        )}
      </section>
    );
  return (
    <section className="card p-5">
      <h2 className="text-base">Nothing is shared with you yet</h2>
      <p className="text-muted">
        {closedBecause ?? "You are signed in, but no area of the portal is open to you so far."} Ask your
        contact person at {organisationName} what you need; it appears here as soon as they switch it on.
      </p>
    </section>
  );
}
