import { isNarrowed, type AccessQuery } from "@/lib/access/access-address";
import type { ReachChoice } from "./bulk-dialog";

const plural = { customer: "customers", supplier: "suppliers" } as const;

/** Whom an act of the menu may be for, what was chosen on screen first: the companies, the filter, everyone. */
export function reachChoices(
  { audience, contacts }: AccessQuery,
  chosen: readonly { id: string; name: string }[],
): ReachChoice[] {
  const names = chosen.map(({ name }) => name);
  const [only] = chosen.length === 1 ? chosen : [];
  const choices: ReachChoice[] = [];
  if (chosen.length > 0)
    choices.push({
      ...{ id: "companies", names },
      label: only
        ? `All contacts of ${only.name}`
        : `All contacts of the ${chosen.length} chosen ${plural[audience]}`,
      companiesLabel: only ? only.name : `The ${chosen.length} chosen ${plural[audience]}`,
      reach: { kind: "companies", companyIds: chosen.map(({ id }) => id) },
    });
  if (only)
    choices.push({
      ...{ id: "tree", names, label: `All contacts of ${only.name} and its sites` },
      companiesLabel: `${only.name} and its sites`,
      reach: { kind: "tree", companyId: only.id },
    });
  if (isNarrowed(contacts))
    choices.push({
      ...{ id: "filter", names: [], label: "The contacts that the filter finds" },
      reach: { kind: "filter", filter: contacts.filter },
    });
  choices.push({
    ...{ id: "everyone", names: [], label: `All contacts of all ${plural[audience]}` },
    companiesLabel: `All ${plural[audience]}`,
    reach: { kind: "everyone" },
  });
  return choices;
}
