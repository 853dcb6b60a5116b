import { AccessScreen } from "@/components/access/access-screen";
import { LinkArea } from "@/components/ui/link-area";
import { readAccessAddress } from "@/lib/access/access-address";
import { listCompanyNames } from "@/lib/access/company-names";
import { currentBasis } from "@/lib/access/current-basis";
import { listAccessCompanies } from "@/lib/access/list-access-companies";
import { listAccessContacts } from "@/lib/access/list-access-contacts";
import { audiences, portalModule } from "@/lib/access/permissions";
import { staffPage } from "@/lib/auth/page";
import { may } from "@/lib/auth/route";
import { coverageAction, measureOperationAction } from "./measure/actions";
import { saveChangeAction, undoChangeAction } from "./actions";

export const metadata = { title: "Portal access" };

export default staffPage("viewAccess", async ({ tx, actor, session, searchParams }) => {
  const asked = readAccessAddress(searchParams);
  const { id, modules, locale, timeZone } = session.organisation;
  const offered = audiences.filter((audience) => modules.includes(portalModule[audience]));
  const [only] = offered;
  const audience = offered.length === 1 && only ? only : asked.audience;
  // Read before the rows: what changes in between is then told when saving, rather than missed.
  const basis = await currentBasis(tx);
  const companies = await listAccessCompanies(tx, actor, { ...asked.companies, audience });
  const contacts = await listAccessContacts(tx, actor, { ...asked.contacts, audience });
  return (
    <LinkArea>
      <AccessScreen
        query={{ ...asked, audience }}
        offered={offered}
        companies={companies}
        contacts={contacts}
        chosen={await listCompanyNames(tx, asked.contacts.filter.companyIds)}
        basis={basis}
        reader={{ locale, timeZone }}
        mayAdminister={may(session, "administerAccess")}
        storageKey={`portico-access ${id} ${actor.staffId} ${audience}`}
        actions={{
          save: saveChangeAction,
          undo: undoChangeAction,
          measure: measureOperationAction,
          cover: coverageAction,
        }}
      />
    </LinkArea>
  );
});
