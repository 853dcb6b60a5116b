import { FormTick } from "@/components/forms/action-form";

/** The terms of an organisation; which version they are travels along, because that is the one somebody then accepts. */
type Terms = { organisation: { name: string; terms: string | null; termsVersion: number } };

/** The tick by which somebody accepts an organisation's terms, and the terms themselves. */
export function TermsField(props: Terms) {
  return (
    <div className="grid gap-2">
      <FormTick name="terms" required label={`I accept the terms of ${props.organisation.name}’s portal`} />
      <ReadTerms {...props} />
    </div>
  );
}

/** Says that saving accepts the terms, to those who come by a password that was given to them. */
export function TermsNote(props: Terms) {
  return (
    <div className="grid gap-2 text-small text-muted">
      <p>By saving a password of your own you accept the terms of {props.organisation.name}’s portal.</p>
      <ReadTerms {...props} />
    </div>
  );
}

// Opens without any script.
function ReadTerms({ organisation: { name, terms, termsVersion } }: Terms) {
  return (
    <details className="text-small">
      <summary className="w-fit text-link">Read the terms</summary>
      <div className="mt-2 max-h-60 overflow-auto rounded-control border border-line bg-sunken p-3 whitespace-pre-line text-ink">
        {terms ?? defaultTerms(name)}
      </div>
      <input type="hidden" name="termsVersion" value={termsVersion} />
    </details>
  );
}

function defaultTerms(name: string): string {
  return `This portal shows you what ${name} shares with your company. Use it for your company’s business with ${name} only.
Your login is yours alone: keep your password to yourself, and tell ${name} at once if somebody else may know it.
${name} records when you sign in and what you do here, and can change or end your access.`;
}
