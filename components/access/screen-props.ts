import type { AccessQuery } from "@/lib/access/access-address";
import type { Reader } from "@/lib/access/explain";
import type { AccessCompaniesPage } from "@/lib/access/list-access-companies";
import type { AccessContactsPage } from "@/lib/access/list-access-contacts";
import type { Basis } from "@/lib/access/operations";
import type { Audience } from "@/lib/access/permissions";
import type { OwnCompany } from "./reach-choices";
import type { Cover } from "./use-coverage";
import type { Measure } from "./use-measure";
import type { SaveChange, TakeBack } from "./use-update";

/** What the access screen shows and calls. */
export type AccessScreenProps = {
  query: AccessQuery;
  /** Which portals the organisation runs. */
  offered: readonly Audience[];
  companies: AccessCompaniesPage;
  contacts: AccessContactsPage;
  /** The companies whose contacts are shown, as the clerk chose them. */
  chosen: readonly { id: string; name: string }[];
  /** On the page of one company, that company. */
  company?: OwnCompany;
  basis: Basis;
  reader: Reader;
  mayAdminister: boolean;
  /** Under which name this tab keeps what is staged. */
  storageKey: string;
  actions: { save: SaveChange; undo: TakeBack; measure: Measure; cover: Cover };
};
