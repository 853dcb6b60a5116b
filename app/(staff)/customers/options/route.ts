import { parseInput } from "@/lib/auth/action-result";
import { staffRoute } from "@/lib/auth/route";
import { companyOptionsInput, kindInput } from "@/lib/companies/input";
import { listCompanyOptions } from "@/lib/companies/list-options";

export const GET = staffRoute("viewCompanies", async ({ tx, actor, request }) => {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const kind = parseInput(kindInput, asked.kind);
  return Response.json(await listCompanyOptions(tx, actor, kind, parseInput(companyOptionsInput, asked)));
});
