import { DescriptionList } from "@/components/ui/description-list";
import type { CompanyFormValues } from "@/lib/companies/form-values";
import { fieldNames } from "./company-words";

const link = (href: string, text: string) =>
  text ? (
    <a className="text-link" href={href} rel="noreferrer">
      {text}
    </a>
  ) : (
    ""
  );

const lines = (...parts: string[]) => parts.filter(Boolean).join("\n");

/** What is known of a company, as text: who they are, how to reach them, where bills go. */
export function CompanyFacts({ company }: { company: CompanyFormValues }) {
  const place = (address: string, code: string, city: string, region: string, country: string) =>
    lines(address, [code, city].filter(Boolean).join(" "), region, country);
  const { email, phone, website, groupChatUrl } = company;
  const billing = place(
    company.billingAddress,
    company.billingPostalCode,
    company.billingCity,
    company.billingRegion,
    company.billingCountry,
  );
  return (
    <DescriptionList
      facts={[
        { term: fieldNames.shortName, detail: company.shortName },
        { term: fieldNames.description, detail: company.description },
        { term: fieldNames.defaultDepartment, detail: company.defaultDepartment },
        { term: fieldNames.email, detail: link(`mailto:${email}`, email) },
        { term: fieldNames.phone, detail: link(`tel:${phone.replace(/[^+\d]/g, "")}`, phone) },
        { term: fieldNames.fax, detail: company.fax },
        { term: fieldNames.website, detail: link(website, website) },
        {
          term: fieldNames.address,
          detail: place(company.address, company.postalCode, company.city, company.region, company.country),
        },
        { term: fieldNames.billingName, detail: company.billingName },
        {
          term: fieldNames.billingEmail,
          detail: link(`mailto:${company.billingEmail}`, company.billingEmail),
        },
        { term: fieldNames.billingAddress, detail: billing || "The same" },
        { term: fieldNames.vatNumber, detail: company.vatNumber },
        { term: fieldNames.groupChatUrl, detail: link(groupChatUrl, groupChatUrl) },
      ]}
    />
  );
}
