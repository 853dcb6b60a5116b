import { z } from "zod";
import {
  emailInput,
  idInput,
  lineInput,
  staleInput,
  textInput,
  tickInput,
  versionInput,
} from "@/lib/platform/inputs";

export const kindInput = z.enum(["customer", "supplier"], { error: "Choose customer or supplier." });
export const statusInput = z.enum(["active", "inactive", "blacklisted", "closed"], {
  error: "Choose a status.",
});

export type CompanyKind = z.output<typeof kindInput>;
export type CompanyStatus = z.output<typeof statusInput>;

/** Statuses that nobody may set without saying why. */
export const statusesWithReason: readonly CompanyStatus[] = ["inactive", "blacklisted", "closed"];

// Browsers send line breaks as CR LF, scripts as LF; kept as one of them, an untouched text is no change.
const text = (max: number) => textInput(max).transform((typed) => typed.replace(/\r\n?/g, "\n"));

const isEmail = (typed: string) => typed === "" || emailInput.safeParse(typed).success;
const optionalEmail = lineInput(254)
  .transform((typed) => typed.toLowerCase())
  .refine(isEmail, { error: "Enter an e-mail address such as ana@example.com, or leave it empty." });

function isLink(typed: string, protocols: readonly string[]): boolean {
  if (typed === "") return true;
  const url = URL.canParse(typed) ? new URL(typed) : null;
  return url !== null && protocols.includes(url.protocol) && url.hostname.includes(".");
}

const website = lineInput(300)
  .transform((typed) => (typed === "" || /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`))
  .refine((typed) => isLink(typed, ["http:", "https:"]), {
    error: "Enter a web address such as www.example.com, or leave it empty.",
  });

const groupChatUrl = lineInput(300).refine((typed) => isLink(typed, ["https:"]), {
  error: "Enter the whole link, beginning with https://, or leave it empty.",
});

const optionalId = z.preprocess(
  (value) => (value === "" || value === null ? undefined : value),
  idInput.optional(),
);

const fields = {
  name: lineInput(120).pipe(z.string().min(1, { error: "Enter the name of the company." })),
  code: lineInput(40),
  shortName: lineInput(60),
  description: text(2_000),
  defaultDepartment: lineInput(80),
  status: statusInput.default("active"),
  statusReason: text(500),
  email: optionalEmail,
  phone: lineInput(40),
  fax: lineInput(40),
  website,
  address: text(300),
  city: lineInput(80),
  region: lineInput(80),
  postalCode: lineInput(20),
  country: lineInput(80),
  /** "same": the bill goes to the address above, and follows it when it changes. */
  billingPlace: z.enum(["same", "other"], { error: "Choose where the bill goes." }).default("other"),
  billingName: lineInput(120),
  billingEmail: optionalEmail,
  billingAddress: text(300),
  billingCity: lineInput(80),
  billingRegion: lineInput(80),
  billingPostalCode: lineInput(20),
  billingCountry: lineInput(80),
  vatNumber: lineInput(40),
  groupChatUrl,
  parentId: optionalId,
  /** Sent instead of `parentId` by browsers without script, where there is no type-ahead. */
  parentCode: z.string().trim().max(40, { error: "Use at most 40 characters." }).optional(),
};

const withReason = {
  error: "Say why: staff read it before they help with an order.",
  path: ["statusReason"],
};
const isReasonGiven = ({ status, statusReason }: { status: CompanyStatus; statusReason: string }) =>
  statusReason !== "" || !statusesWithReason.includes(status);

export const createCompanyInput = z
  .object({ ...fields, kind: kindInput, services: tickInput })
  .refine(isReasonGiven, withReason);

/** What the form held when it was opened, so that a refused save can tell apart what each side changed. */
const baseInput = z.preprocess((value) => {
  if (typeof value !== "string" || value.length > 20_000) return {};
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return {};
  }
}, z.record(z.string(), z.string()).catch({}));

export const updateCompanyInput = z
  .object({ ...fields, id: idInput, version: versionInput, base: baseInput })
  .refine(isReasonGiven, withReason);

/** What the type-ahead for a parent company asks. */
export const companyOptionsInput = z.object({
  q: lineInput(100).catch(""),
  not: optionalId.catch(undefined),
});

export type CreateCompanyInput = z.output<typeof createCompanyInput>;
export type UpdateCompanyInput = z.output<typeof updateCompanyInput>;
export type CompanyFields = Pick<CreateCompanyInput, keyof typeof fields>;

/** What a refused stale save tells the form: also the company as it is now, and which fields were changed here. */
export const staleSave = staleInput.extend({
  theirs: z.record(z.string(), z.string()),
  differences: z.array(staleInput.shape.differences.element.extend({ isTouched: z.boolean() })),
});

export type StaleSave = z.output<typeof staleSave>;
