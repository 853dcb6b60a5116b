import type { z } from "zod";
import { createCompanyInput, type CompanyKind } from "@/lib/companies/input";
import { updateContactInput } from "@/lib/contacts/input";

const company = createCompanyInput.shape;
const contact = updateContactInput.shape;

/** A field that a column of a file can fill: what it is called, the rule of its form, and other words for it. */
type Field = {
  key: string;
  label: string;
  of: "company" | "contact";
  /** The property of the company or contact. */
  column: string;
  rule: z.ZodType;
  /** Whether an import can leave it empty but not make it empty. */
  isKept?: boolean;
  synonyms: string[];
};

const field = <Key extends string>(
  key: Key,
  label: string,
  of: Field["of"],
  [column, rule]: [string, z.ZodType],
  synonyms: string,
  more: Pick<Field, "isKept"> = {},
) => ({ key, label, of, column, rule, synonyms: synonyms.split(" "), ...more });

const ours = <Column extends keyof typeof company>(column: Column): [Column, z.ZodType] => [
  column,
  company[column],
];
const theirs = <Column extends keyof typeof contact>(column: Column): [Column, z.ZodType] => [
  column,
  contact[column],
];

const address = {
  address: "address street streetaddress addressline address1 addressline1 strasse",
  city: "city town place ort",
  region: "region state province county stateprovince",
  postalCode: "postalcode postcode zip zipcode plz",
  country: "country countryregion land",
};
const billing = (words: string) =>
  ["billing", "billto", "invoice"]
    .flatMap((prefix) => words.split(" ").map((word) => prefix + word))
    .join(" ");

/** Every field that an import knows, in the order in which a file would name them. */
export const importFields = [
  field(
    "code",
    "Code",
    "company",
    ours("code"),
    "customerid supplierid companyid companycode customercode suppliercode customerno supplierno customernumber suppliernumber accountno accountnumber accountcode account number no id kundennummer lieferantennummer",
  ),
  field(
    "name",
    "Name",
    "company",
    ours("name"),
    "companyname customername suppliername accountname company customer supplier organisation organization firm firma",
    { isKept: true },
  ),
  field("shortName", "Short name", "company", ours("shortName"), "alias abbreviation searchname"),
  field(
    "description",
    "Description",
    "company",
    ours("description"),
    "notes remarks remark comment comments",
  ),
  field(
    "defaultDepartment",
    "Default department",
    "company",
    ours("defaultDepartment"),
    "department defaultdept",
  ),
  field(
    "parentCode",
    "Parent company",
    "company",
    ["parentId", company.code],
    "parent parentid parentcompany parentcustomer parentsupplier parentcustomerid parentsupplierid siteof headoffice",
  ),
  field("status", "Status", "company", ours("status"), "accountstatus customerstatus supplierstatus", {
    isKept: true,
  }),
  field("statusReason", "Reason", "company", ours("statusReason"), "statusreason reasonforstatus"),
  field("email", "E-mail", "company", ours("email"), "mail emailaddress mailaddress companyemail"),
  field("phone", "Phone", "company", ours("phone"), "telephone tel phonenumber telephonenumber companyphone"),
  field("fax", "Fax", "company", ours("fax"), "faxnumber telefax companyfax"),
  field("website", "Website", "company", ours("website"), "homepage web url webpage webaddress internet www"),
  field("address", "Address", "company", ours("address"), address.address),
  field("city", "City", "company", ours("city"), address.city),
  field("region", "Region", "company", ours("region"), address.region),
  field("postalCode", "Postal code", "company", ours("postalCode"), address.postalCode),
  field("country", "Country", "company", ours("country"), address.country),
  field("billingName", "Bill to", "company", ours("billingName"), billing("name company")),
  field(
    "billingEmail",
    "Invoices by e-mail to",
    "company",
    ours("billingEmail"),
    billing("email mail emailaddress"),
  ),
  field("billingAddress", "Billing address", "company", ours("billingAddress"), billing(address.address)),
  field("billingCity", "Billing city", "company", ours("billingCity"), billing(address.city)),
  field("billingRegion", "Billing region", "company", ours("billingRegion"), billing(address.region)),
  field(
    "billingPostalCode",
    "Billing postal code",
    "company",
    ours("billingPostalCode"),
    billing(address.postalCode),
  ),
  field("billingCountry", "Billing country", "company", ours("billingCountry"), billing(address.country)),
  field(
    "vatNumber",
    "VAT number",
    "company",
    ours("vatNumber"),
    "vat vatid vatno vatregistrationnumber taxid taxnumber ustid",
  ),
  field(
    "groupChatUrl",
    "Group chat link",
    "company",
    ours("groupChatUrl"),
    "groupchat groupchaturl whatsapp whatsappgroup whatsapplink",
  ),
  field(
    "contactName",
    "Contact name",
    "contact",
    theirs("name"),
    "contact contactperson contactfullname person fullname attention",
    { isKept: true },
  ),
  field(
    "contactEmail",
    "Contact e-mail",
    "contact",
    theirs("email"),
    "contactmail contactemailaddress personemail loginemail login username",
    { isKept: true },
  ),
  field(
    "contactJobTitle",
    "Contact job title",
    "contact",
    theirs("jobTitle"),
    "contacttitle jobtitle title position function",
  ),
  field(
    "contactDepartment",
    "Contact department",
    "contact",
    theirs("department"),
    "contactdept persondepartment",
  ),
  field(
    "contactPhone",
    "Contact phone",
    "contact",
    theirs("phone"),
    "contacttelephone contacttel contactphonenumber directphone directdial",
  ),
  field(
    "contactMobile",
    "Contact mobile",
    "contact",
    theirs("mobile"),
    "mobile mobilephone cell cellphone contactcell handy",
  ),
  field("contactFax", "Contact fax", "contact", theirs("fax"), "contacttelefax personfax"),
  field("contactNotes", "Contact notes", "contact", theirs("notes"), "contactnote contactremarks"),
] as const satisfies readonly Field[];

/** The name by which a run's mapping and its staged rows know a field. */
export type FieldKey = (typeof importFields)[number]["key"];
export type ImportField = Field & { key: FieldKey };

/** The field with this key, or undefined. */
export const findField = (key: string): ImportField | undefined =>
  importFields.find((known) => known.key === key);

/** What a field is called for that kind of company. */
export function fieldLabel({ key, label }: Pick<Field, "key" | "label">, kind: CompanyKind): string {
  if (key === "code") return kind === "customer" ? "Customer ID" : "Supplier ID";
  if (key === "parentCode") return kind === "customer" ? "Parent customer ID" : "Parent supplier ID";
  return label;
}
