import type { Tx } from "@/db/as-actor";
import { Refusal } from "@/lib/platform/errors";
import type { EditableCompany } from "./form-values";
import type { CompanyFields, CompanyKind } from "./input";
import { findCompanyByCode, findCompanyKind } from "./queries";

const likeAddress = {
  billingAddress: "",
  billingCity: "",
  billingRegion: "",
  billingPostalCode: "",
  billingCountry: "",
};

/** What a checked form means for the columns of a company, its code left as typed; a parent other than `current` must be in reach. */
export async function companyColumns(
  tx: Tx,
  kind: CompanyKind,
  input: CompanyFields,
  current: string | null = null,
): Promise<EditableCompany> {
  const { billingPlace, parentCode, parentId, ...columns } = input;
  return {
    ...columns,
    // An empty billing address means "the same": it then follows when the address changes.
    ...(billingPlace === "same" ? likeAddress : {}),
    statusReason: input.status === "active" ? "" : input.statusReason,
    parentId:
      parentId && parentId === current && parentCode === undefined
        ? current
        : await findParent(tx, kind, { parentCode, parentId }),
  };
}

async function findParent(
  tx: Tx,
  kind: CompanyKind,
  { parentId, parentCode }: Pick<CompanyFields, "parentId" | "parentCode">,
): Promise<string | null> {
  if (parentCode !== undefined) {
    if (parentCode === "") return null;
    const found = await findCompanyByCode(tx, kind, parentCode);
    if (found) return found.id;
    throw noParent(`There is no ${kind} with the ID ${parentCode} among those you can see.`);
  }
  if (!parentId) return null;
  // Foreign keys do not ask who may see a row, so a parent is looked up first.
  if ((await findCompanyKind(tx, parentId)) === kind) return parentId;
  throw noParent(`The parent company is not among the ${kind}s you can see. Choose another one.`);
}

const noParent = (message: string) =>
  new Refusal("invalid", "Some entries need your attention.", { parentId: message });
