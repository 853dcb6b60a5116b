import type { EditableColumn } from "@/lib/companies/form-values";
import type { CompanyKind, CompanyStatus } from "@/lib/companies/input";
import type { LogLevel } from "@/lib/companies/settings-input";
import type { ColumnKey } from "@/lib/companies/list-input";

/** How screens call a kind of company. */
export const kindWords: Record<CompanyKind, { one: string; many: string; path: string; idLabel: string }> = {
  customer: { one: "Customer", many: "Customers", path: "/customers", idLabel: "Customer ID" },
  supplier: { one: "Supplier", many: "Suppliers", path: "/suppliers", idLabel: "Supplier ID" },
};

/** How screens call a status. */
export const statusWords: Record<CompanyStatus, string> = {
  active: "Active",
  inactive: "Inactive",
  blacklisted: "Blacklisted",
  closed: "Closed",
};

/** The labels of a company's fields, in the form and wherever a field is spoken of. */
export const fieldNames: Record<EditableColumn, string> = {
  name: "Name",
  code: "ID",
  shortName: "Short name",
  description: "Description",
  defaultDepartment: "Default department",
  status: "Status",
  statusReason: "Reason",
  email: "E-mail",
  phone: "Phone",
  fax: "Fax",
  website: "Website",
  address: "Address",
  city: "City",
  region: "Region",
  postalCode: "Postal code",
  country: "Country",
  billingName: "Bill to",
  billingEmail: "Invoices by e-mail to",
  billingAddress: "Billing address",
  billingCity: "Billing city",
  billingRegion: "Billing region",
  billingPostalCode: "Billing postal code",
  billingCountry: "Billing country",
  vatNumber: "VAT number",
  groupChatUrl: "Group chat link",
  parentId: "Parent company",
};

/** The headers of the grid's columns. */
export const columnNames: Record<ColumnKey, string> = {
  code: "ID",
  city: "City",
  country: "Country",
  status: "Status",
  phone: "Phone",
  email: "E-mail",
  parent: "Parent company",
  updated: "Changed",
};

/** How screens call a log level. */
export const logLevelWords: Record<LogLevel, string> = {
  off: "Off",
  error: "Error",
  warning: "Warning",
  information: "Information",
  debug: "Debug",
};
