import { Banner } from "@/components/ui/banner";
import { momentText } from "@/components/time/moment";
import type { CompanyStatus } from "@/lib/companies/input";

const consequences: Record<Exclude<CompanyStatus, "active">, string> = {
  inactive: "Its contacts can read the portal, but new orders are refused.",
  blacklisted:
    "Its contacts can read the portal, but new orders are refused. Read the reason before you help with an order.",
  closed: "Nobody of this company can sign in.",
};

/** What staff must know before they help a company that is not active: why, since when and by whom. */
export function StatusBanner({
  company,
  ...place
}: {
  company: {
    name: string;
    status: CompanyStatus;
    statusReason: string;
    statusChangedAt: Date | null;
    statusChangedByName: string | null;
  };
  timeZone: string;
  locale: string;
}) {
  const { name, status, statusReason, statusChangedAt, statusChangedByName } = company;
  if (status === "active") return null;
  const since = statusChangedAt
    ? `Since ${momentText(statusChangedAt, place)}${statusChangedByName ? `, by ${statusChangedByName}` : ""}. `
    : "";
  return (
    <Banner
      tone={status === "inactive" ? "warn" : "bad"}
      title={`${name} is ${status}${statusReason ? `: ${statusReason}` : ""}`}
    >
      {since + consequences[status]}
    </Banner>
  );
}
