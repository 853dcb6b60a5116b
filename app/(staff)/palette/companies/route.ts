import { parseInput } from "@/lib/auth/action-result";
import { staffRoute } from "@/lib/auth/route";
import { companyOptionsInput } from "@/lib/companies/input";
import { listCompanyOptions } from "@/lib/companies/list-options";

const kinds = [
  { kind: "customer", path: "/customers", word: "Customer" },
  { kind: "supplier", path: "/suppliers", word: "Supplier" },
] as const;

export const GET = staffRoute("viewCompanies", async ({ tx, actor, request }) => {
  const asked = parseInput(companyOptionsInput, Object.fromEntries(new URL(request.url).searchParams));
  const found = [];
  for (const { kind, path, word } of kinds)
    for (const { value, label, detail } of await listCompanyOptions(tx, actor, kind, asked))
      found.push({ value: `${path}/${value}`, label, detail: `${word} · ${detail}` });
  return Response.json(found);
});
