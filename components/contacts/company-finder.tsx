import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import type { CompanySuggestion } from "@/lib/contacts/input";

/** Chooses the company of a new contact where there is no script to do it while one types. */
export function CompanyFinder({ query, found }: { query: string; found: CompanySuggestion[] | null }) {
  return (
    <noscript>
      <form action="/contacts/new" className="grid gap-3">
        <TextField name="find" label="Company" help="Type a part of its code or name." defaultValue={query} />
        <div>
          <Button type="submit">Find company</Button>
        </div>
        {found?.length === 0 ? <p className="text-muted">No company was found.</p> : null}
        <ul className="grid gap-1">
          {found?.map(({ id, name, code }) => (
            <li key={id}>
              <a className="text-link" href={`/contacts/new?company=${id}`}>
                {name} ({code})
              </a>
            </li>
          ))}
        </ul>
      </form>
    </noscript>
  );
}
