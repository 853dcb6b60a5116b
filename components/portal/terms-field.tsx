import { FormTick } from "@/components/forms/action-form";

/** The tick by which somebody accepts an organisation's terms, and the terms themselves, open on demand without any script. */
export function TermsField({ organisationName, terms }: { organisationName: string; terms: string | null }) {
  return (
    <div className="grid gap-2">
      <FormTick name="terms" required label={`I accept the terms of ${organisationName}’s portal`} />
      <details className="text-small">
        <summary className="w-fit text-link">Read the terms</summary>
        <div className="mt-2 max-h-60 overflow-auto rounded-control border border-line bg-sunken p-3 whitespace-pre-line">
          {terms ?? defaultTerms(organisationName)}
        </div>
      </details>
    </div>
  );
}

function defaultTerms(name: string): string {
  return `This portal shows you what ${name} shares with your company. Use it for your company’s business with ${name} only.
Your login is yours alone: keep your password to yourself, and tell ${name} at once if somebody else may know it.
${name} records when you sign in and what you do here, and can change or end your access.`;
}
