import { parseInput } from "@/lib/auth/action-result";
import { staffRoute } from "@/lib/auth/route";
import { companyOptionsInput } from "@/lib/companies/input";
import { suggestContacts } from "@/lib/contacts/suggest-contacts";

export const GET = staffRoute("viewContact", async ({ tx, actor, request }) => {
  const { q } = parseInput(companyOptionsInput, Object.fromEntries(new URL(request.url).searchParams));
  const found = await suggestContacts(tx, actor, q);
  return Response.json(
    found.map(({ id, name, companyName }) => ({
      value: `/contacts/${id}`,
      label: name,
      detail: companyName,
    })),
  );
});
