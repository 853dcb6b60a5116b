import { isNarrowed, type AccessQuery } from "@/lib/access/access-address";
import type { ReachChoice } from "./use-bulk";

const plural = { customer: "customers", supplier: "suppliers" } as const;

/** The one company of whose page the screen is a part. */
export type OwnCompany = { id: string; name: string; siteCount: number };

/**
 * Whom an act of the menu may be for, what was chosen on screen first: the companies, the filter, everyone. On the page of one company
 * nobody else's contacts are among them.
 */
export function reachChoices(
  query: AccessQuery,
  chosen: readonly { id: string; name: string }[],
  company?: OwnCompany,
): ReachChoice[] {
  const [only] = chosen.length === 1 ? chosen : [];
  const own = company ?? only;
  const choices = company ? [companyChoice(company)] : chosenChoices(query, chosen);
  if (own && (company?.siteCount ?? 1) > 0) choices.push(treeChoice(own));
  // What is in view is what one means first.
  if (query.within?.sites) choices.reverse();
  if (isNarrowed(query))
    choices.push({
      ...{ id: "filter", names: [], label: "The contacts that the filter finds" },
      reach: { kind: "filter", filter: query.contacts.filter },
    });
  return company ? choices : [...choices, everyone(query)];
}

function chosenChoices({ audience }: AccessQuery, chosen: readonly { id: string; name: string }[]) {
  const [first] = chosen;
  if (!first) return [];
  if (chosen.length === 1) return [companyChoice(first)];
  const companiesLabel = `The ${chosen.length} chosen ${plural[audience]}`;
  const choice: ReachChoice = {
    ...{ id: "companies", names: chosen.map(({ name }) => name), companiesLabel },
    label: `All contacts of the ${chosen.length} chosen ${plural[audience]}`,
    reach: { kind: "companies", companyIds: chosen.map(({ id }) => id) },
  };
  return [choice];
}

const companyChoice = ({ id, name }: { id: string; name: string }): ReachChoice => ({
  ...{ id: "companies", names: [name], label: `All contacts of ${name}`, companiesLabel: name },
  reach: { kind: "companies", companyIds: [id] },
});

const treeChoice = ({ id, name }: { id: string; name: string }): ReachChoice => ({
  ...{ id: "tree", names: [name], label: `All contacts of ${name} and its sites` },
  companiesLabel: `${name} and its sites`,
  reach: { kind: "tree", companyId: id },
});

const everyone = ({ audience }: AccessQuery): ReachChoice => ({
  ...{ id: "everyone", names: [], label: `All contacts of all ${plural[audience]}` },
  companiesLabel: `All ${plural[audience]}`,
  reach: { kind: "everyone" },
});
