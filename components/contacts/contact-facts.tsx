import type { Tick } from "@/components/forms/tick-list";
import { DescriptionList } from "@/components/ui/description-list";
import type { ContactFormValues } from "./contact-form";
import { fieldNames } from "./field-names";

/** A contact's fields for those who may only read them. */
export function ContactFacts({ contact, groupRoles }: { contact: ContactFormValues; groupRoles: Tick[] }) {
  const held = groupRoles.filter(({ value }) => contact.groupRoleIds.includes(value));
  const fields = Object.entries(fieldNames).map(([name, term]) => ({
    term,
    detail: String(contact[name as keyof ContactFormValues]),
  }));
  return (
    <DescriptionList
      facts={[...fields, { term: "Group roles", detail: held.map(({ label }) => label).join(", ") }]}
    />
  );
}
