import { readAccessAddress } from "@/lib/access/access-address";
import { listCompanyNames } from "@/lib/access/company-names";
import { audiences, portalModule } from "@/lib/access/permissions";
import { staffPage } from "@/lib/auth/page";
import { accessOf } from "./access-of";

export const metadata = { title: "Portal access" };

export default staffPage("viewAccess", async (context) => {
  const { tx, session, searchParams } = context;
  const asked = readAccessAddress(searchParams);
  const { modules } = session.organisation;
  const offered = audiences.filter((audience) => modules.includes(portalModule[audience]));
  const [only] = offered;
  const audience = offered.length === 1 && only ? only : asked.audience;
  return accessOf(context, {
    query: { ...asked, audience },
    offered,
    chosen: await listCompanyNames(tx, asked.contacts.filter.companyIds),
    stagedFor: audience,
  });
});
