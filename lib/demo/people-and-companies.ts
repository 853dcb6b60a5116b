import { Faker, en, en_GB, de, fr, base } from "@faker-js/faker";

/** How a demo contact can sign in, or cannot yet. */
export const credentialStories = [
  "active",
  "active",
  "active",
  "none",
  "invited",
  "active",
  "invitation-expired",
  "temporary",
  "none",
  "temporary-expired",
  "deactivated",
  "active",
  "locked",
] as const;

export type CredentialStory = (typeof credentialStories)[number];

export type DemoContact = {
  name: string;
  email: string | null;
  jobTitle: string;
  department: string;
  phone: string;
  story: CredentialStory;
};

export type DemoCompany = {
  kind: "customer" | "supplier";
  code: string;
  name: string;
  shortName: string;
  description: string;
  defaultDepartment: string;
  parentCode: string | null;
  email: string;
  phone: string;
  website: string;
  address: string;
  city: string;
  postalCode: string;
  country: string;
  billingName: string;
  billingEmail: string;
  billingCity: string;
  billingCountry: string;
  groupChatUrl: string;
  status: "active" | "inactive" | "blacklisted" | "closed";
  statusReason: string;
  hasServices: boolean;
  contacts: DemoContact[];
};

const SEED = 91;
const places = [
  {
    country: "United Kingdom",
    locale: en_GB,
    dial: "+44 20",
    trades: ["Joinery", "& Sons", "Foods", "Property Services"],
  },
  {
    country: "Germany",
    locale: de,
    dial: "+49 30",
    trades: ["Maschinenbau GmbH", "Feinkost KG", "Logistik AG"],
  },
  { country: "France", locale: fr, dial: "+33 1", trades: ["Frères", "Boulangeries", "Transports SA"] },
  { country: "Ireland", locale: en_GB, dial: "+353 1", trades: ["Dairies", "Hotels", "Engineering"] },
];
const families = places.map(({ locale, ...place }) => {
  const faker = new Faker({ locale: [locale, en, base] });
  return { ...place, faker };
});

const sites: [name: string, parent: string, city: string][] = [
  ["Parkway Cinemas", "WINSLOW", "Barnsley"],
  ["Winslow Retail Park", "WINSLOW", "Leeds"],
  ["Parkway Cinemas Café", "PARKWAY", "Barnsley"],
  ["Hartmann Werk Nord", "HARTMANN", "Hamburg"],
  ["Hartmann Werk Süd", "HARTMANN", "Ulm"],
];

const reasons: Partial<Record<DemoCompany["status"], string>> = {
  blacklisted: "Three invoices unpaid since spring",
  inactive: "No orders this year; ask before taking one",
  closed: "Business given up",
};

function statusOf(index: number): DemoCompany["status"] {
  if (index % 17 === 11) return "blacklisted";
  if (index % 13 === 7) return "inactive";
  return index % 23 === 19 ? "closed" : "active";
}

const asciiWord = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/ß/g, "ss")
    .replace(/[^a-zA-Z]/g, "");

let storyAt = 0;

function contactOf(faker: Faker, domain: string, dial: string): DemoContact {
  const [first, last] = [faker.person.firstName(), faker.person.lastName()];
  const story = credentialStories[storyAt++ % credentialStories.length] ?? "none";
  // Some people never gave an address; they can have no login until they do.
  const hasEmail = story !== "none" || storyAt % 3 !== 0;
  return {
    name: `${first} ${last}`,
    email: hasEmail ? `${asciiWord(first)}.${asciiWord(last)}${storyAt}@${domain}`.toLowerCase() : null,
    jobTitle: faker.helpers.arrayElement([
      "Buyer",
      "Head of purchasing",
      "Accounts clerk",
      "Site manager",
      "Owner",
      "Office manager",
    ]),
    department: faker.helpers.arrayElement(["Purchasing", "Accounts", "Facilities", ""]),
    phone: `${dial} ${faker.string.numeric(7)}`,
    story,
  };
}

function companyOf(
  index: number,
  kind: DemoCompany["kind"],
  named?: { name: string; parentCode: string | null; city?: string },
): DemoCompany {
  const { faker, country, dial, trades } = families[index % families.length] as (typeof families)[number];
  const name = named?.name ?? `${faker.person.lastName()} ${faker.helpers.arrayElement(trades)}`;
  const word = asciiWord(name.split(/[\s&]+/)[0] ?? "") || "Company";
  const domain = `${word.toLowerCase()}${index}.example`;
  const city = named?.city ?? faker.location.city();
  const status = named ? "active" : statusOf(index);
  return {
    kind,
    code:
      named && !named.parentCode
        ? word.toUpperCase()
        : `${word.slice(0, 5).toUpperCase()}${String(index).padStart(2, "0")}`,
    name,
    shortName: word,
    description: faker.helpers.arrayElement([
      "Monthly framework order",
      "Delivers to the back gate only",
      "Prefers the phone",
      "",
      "",
    ]),
    defaultDepartment: faker.helpers.arrayElement(["Sales", "Key accounts", "Spare parts"]),
    parentCode: named?.parentCode ?? null,
    email: `office@${domain}`,
    phone: `${dial} ${faker.string.numeric(7)}`,
    website: `https://www.${domain}`,
    address: faker.location.streetAddress(),
    city,
    postalCode: faker.location.zipCode(),
    country,
    billingName: `${name}, Accounts`.slice(0, 100),
    billingEmail: `invoices@${domain}`,
    billingCity: city,
    billingCountry: country,
    groupChatUrl: index % 4 === 0 ? `https://chat.example/${word.toLowerCase()}` : "",
    status,
    statusReason: reasons[status] ?? "",
    hasServices: index % 6 !== 5,
    contacts: Array.from({ length: 1 + (index % 3) }, () => contactOf(faker, domain, dial)),
  };
}

/** Some 60 customers, five of them sites, and 12 suppliers, each with its contacts; the same at every call. */
export function demoCompanies(): DemoCompany[] {
  storyAt = 0;
  families.forEach(({ faker }, at) => faker.seed(SEED + at));
  const parents = [
    companyOf(0, "customer", { name: "Winslow Estates", parentCode: null, city: "Sheffield" }),
    companyOf(1, "customer", { name: "Hartmann Anlagenbau", parentCode: null, city: "Kassel" }),
  ];
  const parentCodes: Record<string, string> = {
    WINSLOW: "WINSLOW",
    HARTMANN: "HARTMANN",
    PARKWAY: "PARKW02",
  };
  const children = sites.map(([name, parent, city], at) =>
    companyOf(at + 2, "customer", { name, parentCode: parentCodes[parent] ?? null, city }),
  );
  const others = Array.from({ length: 53 }, (_, at) => companyOf(at + 7, "customer"));
  const suppliers = Array.from({ length: 12 }, (_, at) => companyOf(at + 60, "supplier"));
  return [...parents, ...children, ...others, ...suppliers];
}
