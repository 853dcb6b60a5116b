import { Moment, type Place } from "@/components/time/moment";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import type { ActivationRun } from "@/lib/activations/queries";
import { runStates, selectionText } from "./words";

/** Whom a run of activation e-mails is for, how it stands, who drew it up and when. */
export function RunHeader({ run, ...place }: { run: ActivationRun } & Place) {
  const { label, tone } = runStates[run.state];
  return (
    <PageHeader
      title="Activation e-mails"
      state={<Badge tone={tone}>{label}</Badge>}
      facts={
        <span>
          {selectionText(run)} · template accountactivation-EJS · {run.createdByName},{" "}
          <Moment at={run.startedAt ?? run.createdAt} {...place} />
        </span>
      }
      breadcrumb={[
        { href: "/contacts", label: "Contacts" },
        { href: "/activations", label: "Activation" },
        { label: selectionText(run) },
      ]}
    />
  );
}
