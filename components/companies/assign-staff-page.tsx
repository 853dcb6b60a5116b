import { LinkButton } from "@/components/ui/link-button";
import { AssignStaff, type AssignStaffProps, type CompanyChoice } from "./assign-staff";
import { assignHref } from "./assign-href";

/** Assigning staff as the content of a page of its own, for those without script and for links to it. */
export function AssignStaffPage({
  back,
  ...props
}: AssignStaffProps & { choice: CompanyChoice; back: { href: string; label: string } }) {
  return (
    <AssignStaff
      {...props}
      href={assignHref(props.choice)}
      cancel={<LinkButton href={back.href}>Cancel</LinkButton>}
      leave={<LinkButton href={back.href}>{back.label}</LinkButton>}
    />
  );
}
