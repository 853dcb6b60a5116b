import { AccessScreen } from "@/components/access/access-screen";
import type { AccessScreenProps } from "@/components/access/screen-props";
import { LinkArea } from "@/components/ui/link-area";
import type { AccessQuery } from "@/lib/access/access-address";
import { currentBasis } from "@/lib/access/current-basis";
import { listAccessCompanies } from "@/lib/access/list-access-companies";
import { listAccessContacts } from "@/lib/access/list-access-contacts";
import type { StaffPageContext } from "@/lib/auth/page";
import { may } from "@/lib/auth/route";
import { coverageAction, measureOperationAction } from "./measure/actions";
import { saveChangeAction, undoChangeAction } from "./actions";

type Shown = Pick<AccessScreenProps, "offered" | "chosen" | "company"> & {
  query: AccessQuery;
  /** Whose staged list it is: of one portal, or of one company. */
  stagedFor: string;
};

/** The screen of portal access with what `query` asks for, of everybody or of one company. */
export async function accessOf(
  { tx, actor, session }: StaffPageContext,
  { query, stagedFor, ...shown }: Shown,
) {
  const { id, locale, timeZone } = session.organisation;
  const { audience } = query;
  // Read before the rows: what changes in between is then told when saving, rather than missed.
  const basis = await currentBasis(tx);
  const companies = await listAccessCompanies(tx, actor, { ...query.companies, audience });
  const contacts = await listAccessContacts(tx, actor, { ...query.contacts, audience });
  return (
    <LinkArea>
      <AccessScreen
        {...{ query, companies, contacts, basis }}
        {...shown}
        reader={{ locale, timeZone }}
        mayAdminister={may(session, "administerAccess")}
        storageKey={`portico-access ${id} ${actor.staffId} ${stagedFor}`}
        actions={{
          save: saveChangeAction,
          undo: undoChangeAction,
          measure: measureOperationAction,
          cover: coverageAction,
        }}
      />
    </LinkArea>
  );
}
