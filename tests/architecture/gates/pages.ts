import type { Demand } from "@/lib/auth/action";
import { listSources } from "../sources";
import type { Tenant } from "../isolation/rows";

type Params = Record<string, string>;
type Render = (props: { params: Promise<Params>; searchParams: Promise<Params> }) => Promise<unknown>;

/** A page of app, with the names of the parameters in its address and what it demands. */
export type FoundPage = { path: string; params: string[]; demand: Demand["demand"]; render: Render };

/** Every page of app. */
export async function loadPages(): Promise<FoundPage[]> {
  const pages: FoundPage[] = [];
  const files = listSources("app", ["page.tsx"]).filter(({ path }) => path.endsWith("/page.tsx"));
  for (const { path } of files) {
    const { default: render } = (await import(`@/${path}`)) as { default: Render & Demand };
    const params = [...path.matchAll(/\[(?:\.\.\.)?(\w+)\]/g)].map(([, name = ""]) => name);
    pages.push({ path, params, demand: render.demand, render });
  }
  return pages;
}

/** What stands for each parameter of `path` in the address of something that belongs to `tenant`. */
export function paramsOf({ id, rows }: Tenant, path = ""): Params {
  const own = rows.find(({ table }) => table === "organisations");
  const change = rows.find(({ table }) => table === "access_changes");
  return {
    organisation: String(own?.values.slug),
    changeId: String(change?.values.id),
    companyId: id("companies", path.includes("/suppliers/") ? "supplier" : "site"),
    contactId: id("contacts", "site"),
    groupRoleId: id("group_roles", path.includes("/staff/group-roles/") ? "staff" : "buyer"),
    projectId: id("projects", path.includes("/suppliers/") ? "supplier" : "site"),
    logo: id("organisation_logos", "own"),
    eventId: id("audit_events", "site"),
    mailId: id("mail", "site"),
    staffId: id("staff_users", "boss"),
    runId: id(path.includes("/activations/") ? "activation_runs" : "import_runs", "boss"),
    tab: "invoices",
    template: "account-activation",
    version: "1",
    secret: "a secret that nobody was sent, long enough to be one",
  };
}

/** How a page answers: "shown", the address it leads to, or the status that Next.js makes of what it threw. */
export async function answerOf({ render }: FoundPage, params: Params): Promise<string> {
  try {
    await render({ params: Promise.resolve(params), searchParams: Promise.resolve({}) });
    return "shown";
  } catch (thrown) {
    const { digest = "" } = thrown as { digest?: string };
    const [kind, first, address] = digest.split(";");
    if (kind === "NEXT_REDIRECT") return `to ${address}`;
    if (kind === "NEXT_HTTP_ERROR_FALLBACK") return first ?? "";
    throw thrown;
  }
}
