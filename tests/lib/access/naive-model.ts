import { permissions, portalModule, SERVICES } from "@/lib/access/permissions";
import { counted, placeAbove, TODAY, type Step, type Story, type StoryEntry } from "./random-stories";

type Company = {
  audience: "customer" | "supplier";
  parent: Company | null;
  cells: Map<string, string>;
};
type Contact = { company: Company; cells: Map<string, string> };
type World = { companies: Company[]; contacts: Contact[] };

/** How a table of ticks that each change overwrites would look, had the undone changes and the ended entries never been made. */
export function naiveAnswers(story: Story): string[] {
  const world: World = { companies: [], contacts: [] };
  story.steps.forEach((step) => play(step, world));
  return world.contacts.flatMap((contact, index) => answersOf(contact, index, story, world)).sort();
}

/** One line for each contact and permission, comparable between ways of answering. */
export const line = (contact: number, permission: string, allowed: boolean, usable: boolean) =>
  `${contact} ${permission} ${allowed ? "allowed" : "not allowed"} ${usable ? "usable" : "not usable"}`;

function play(step: Step, world: World): void {
  if (step.kind === "company") {
    const above = placeAbove(
      world.companies.map((company) => company.audience),
      step,
    );
    const parent = above === null ? null : (world.companies[above] ?? null);
    world.companies.push({ audience: step.audience, parent, cells: new Map() });
  } else if (step.kind === "contact")
    world.contacts.push({ company: counted(world.companies, step.company), cells: new Map() });
  else if (!step.isUndone)
    step.entries
      .filter(({ lastDay }) => !lastDay || lastDay >= TODAY)
      .forEach((entry) => overwrite(entry, world));
}

function overwrite(entry: StoryEntry, { companies, contacts }: World): void {
  const company = counted(companies, entry.target);
  const named = counted(contacts, entry.target);
  const isMeant = (each: Company | null): boolean =>
    each === company || (entry.scope === "tree" && each !== null && isMeant(each.parent));
  const rows: (Company | Contact)[] =
    entry.permission === SERVICES
      ? companies.filter((each) => entry.scope === "everyone" || isMeant(each))
      : contacts.filter(
          (each) =>
            entry.scope === "everyone" ||
            (entry.scope === "contact" ? each === named : isMeant(each.company)),
        );
  for (const row of rows) {
    const audience = "company" in row ? row.company.audience : row.audience;
    if (audience === entry.audience) row.cells.set(entry.permission, entry.effect);
  }
}

function answersOf(contact: Contact, index: number, story: Story, world: World): string[] {
  const { company } = contact;
  const roles = story.holdings
    .filter((holding) => holding.contact % world.contacts.length === index)
    .map((holding) => counted(story.roles, holding.role))
    .filter((role) => role.isActive)
    .flatMap((role) => role.roles);
  const isOpen =
    company.cells.get(SERVICES) === "allow" &&
    story.modules.includes(portalModule[company.audience]) &&
    !story.deactivated.some((each) => each % world.contacts.length === index) &&
    !story.closed.some((each) => counted(world.companies, each) === company);
  return permissions[company.audience].map(({ id, module }) => {
    const cell = contact.cells.get(id) ?? "inherit";
    const allowed = cell === "allow" || (cell === "inherit" && roles.includes(id));
    const isOffered = !module || story.modules.includes(module);
    const isHidden = story.hidden.includes(`${company.audience}.${id}`);
    return line(index, id, allowed, allowed && isOpen && isOffered && !isHidden);
  });
}
