import { Badge, type Tone } from "@/components/ui/badge";
import type { CompanyStatus } from "@/lib/companies/input";
import { statusWords } from "./company-words";

const tones: Record<CompanyStatus, Tone> = {
  active: "good",
  inactive: "warn",
  blacklisted: "bad",
  closed: "neutral",
};

/** The status of a company, as a colour, a sign and a word. */
export function StatusBadge({ status }: { status: CompanyStatus }) {
  return <Badge tone={tones[status]}>{statusWords[status]}</Badge>;
}
