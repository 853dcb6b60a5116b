import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { permissions, type Audience } from "@/lib/access/permissions";
import { whoHref, whoStandings, type WhoQuery } from "@/lib/access/who-input";

const standings: Record<WhoQuery["standing"], string> = {
  allowed: "Allowed, with or without effect",
  usable: "Can use it now",
  "without-effect": "Allowed, but without effect",
};

/** What is asked: which permission, of whom, and how it stands for them. Works as a plain form. */
export function WhoFilters({ query, offered }: { query: WhoQuery; offered: readonly Audience[] }) {
  const { audience, permission, standing, q, of, company } = query;
  return (
    <form action="/access/who" className="flex flex-wrap items-end gap-3" key={whoHref(query)}>
      <input type="hidden" name="portal" value={audience} />
      {company ? <input type="hidden" name="company" value={company} /> : null}
      <Field id="may" label="Permission">
        {(control) => (
          <Select
            {...control}
            name="may"
            defaultValue={permission}
            options={permissions[audience].map(({ id, label }) => ({ value: id, label }))}
          />
        )}
      </Field>
      <Field id="standing" label="Shown">
        {(control) => (
          <Select
            {...control}
            name="standing"
            defaultValue={standing}
            options={whoStandings.map((value) => ({ value, label: standings[value] }))}
          />
        )}
      </Field>
      <Field id="q" label="Contact" optional>
        {(control) => <Input {...control} name="q" defaultValue={q} maxLength={100} className="w-52" />}
      </Field>
      {company ? null : (
        <Field id="of" label="Company" optional>
          {(control) => <Input {...control} name="of" defaultValue={of} maxLength={100} className="w-52" />}
        </Field>
      )}
      <Button type="submit">Show</Button>
      <Others query={query} offered={offered} />
    </form>
  );
}

function Others({ query, offered }: { query: WhoQuery; offered: readonly Audience[] }) {
  const others = offered.filter((audience) => audience !== query.audience);
  const fresh = { standing: query.standing, permission: "invoices", q: "", of: "" } as const;
  return (
    <>
      {query.company ? (
        <a className="text-link" href={whoHref({ ...query, company: undefined, page: undefined })}>
          Every company
        </a>
      ) : null}
      {others.map((audience) => (
        <a className="text-link" key={audience} href={whoHref({ ...fresh, audience })}>
          {audience === "customer" ? "Contacts of customers" : "Contacts of suppliers"}
        </a>
      ))}
    </>
  );
}
