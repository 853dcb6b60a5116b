import { z } from "zod";
import { portalModule } from "@/lib/access/permissions";
import { tickInput, versionInput } from "@/lib/platform/inputs";

/** What an organisation may offer or not: the two portals, and the areas inside them. */
export const modules = [
  { value: "customerPortal", label: "Customer portal", help: "Customers’ contacts get in at all." },
  { value: "supplierPortal", label: "Supplier portal", help: "Suppliers’ contacts get in at all." },
  { value: "enquiries", label: "Enquiries", help: "Customers ask, and you ask suppliers." },
  { value: "quotations", label: "Quotations", help: "Your offers to customers." },
  { value: "orders", label: "Orders", help: "Sales orders, placing orders, and purchase orders." },
  { value: "deliveries", label: "Deliveries", help: "What is on its way, either way." },
  { value: "invoices", label: "Invoices", help: "Invoices, credits and receipts, either way." },
  { value: "issues", label: "Issues", help: "What customers report." },
  { value: "service", label: "Service", help: "Service work for customers." },
  { value: "install", label: "Install", help: "Installations for customers." },
] as const;

/** The name of a module in the database. */
export type ModuleId = (typeof modules)[number]["value"];

const moduleIds: readonly ModuleId[] = modules.map(({ value }) => value);

/** Those of the modules that are named, in the order of the screens. */
export const inOrder = (named: readonly string[]): ModuleId[] => moduleIds.filter((id) => named.includes(id));

/** The names of modules as one line; empty for none. */
export const moduleNames = (ids: readonly string[]): string =>
  modules.flatMap(({ value, label }) => (ids.includes(value) ? [label] : [])).join(", ");

/** Whether nobody at all gets into a portal. */
export const isAllClosed = (offered: readonly string[]): boolean =>
  !Object.values(portalModule).some((portal) => offered.includes(portal));

/** Names that travel as one field, divided by commas. */
export const namesInput = <Name extends z.ZodType<string>>(name: Name) =>
  z.preprocess(
    (value) => (typeof value === "string" ? value.split(",").filter((each) => each !== "") : value),
    z.array(name).max(100),
  );

export const modulesInput = z
  .object({
    version: versionInput,
    modules: namesInput(z.enum(moduleIds, { error: "Choose from the modules shown." })).transform(inOrder),
    closeBoth: tickInput,
  })
  .refine(({ modules: offered, closeBoth }) => closeBoth || !isAllClosed(offered), {
    path: ["closeBoth"],
    error: "This closes both portals. Tick the box if that is what you want.",
  });
