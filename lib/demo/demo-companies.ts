import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { assignments, companies, contacts, logins } from "@/db/schema";
import { recordAll } from "@/lib/audit/record";
import { clock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { demoCompanies, type DemoCompany, type DemoContact } from "./people-and-companies";

/** A demo contact as it stands in the database. */
export type LoadedContact = DemoContact & { id: string; loginId: string | null };

/** A demo company as it stands in the database, with its contacts. */
export type LoadedCompany = Omit<DemoCompany, "contacts"> & { id: string; contacts: LoadedContact[] };

const DAY = 86_400_000;

// The person whose sign-in is printed at start: at a parent company with sites, and, with the same login, at a supplier.
const ana = {
  name: "Ana Bright",
  email: "ana@winslow.example",
  jobTitle: "Head of facilities",
  department: "Facilities",
  phone: "+44 114 496 0123",
  story: "active",
} as const;

function withAna(company: DemoCompany, index: number, all: DemoCompany[]): DemoCompany {
  const isFirst = index === 0 || index === all.findIndex((other) => other.kind === "supplier");
  return isFirst ? { ...company, hasServices: true, contacts: [ana, ...company.contacts] } : company;
}

/** Writes the demo's companies, contacts and logins, and assigns the second staff user to some of them. */
export async function loadDemoCompanies(
  tx: Tx,
  actor: StaffActor,
  staffIds: string[],
): Promise<LoadedCompany[]> {
  const { organisationId } = actor;
  const loginIds = new Map<string, string>();
  const loginOf = (email: string | null) => {
    if (!email) return null;
    if (!loginIds.has(email)) loginIds.set(email, newId());
    return loginIds.get(email) ?? null;
  };
  const loaded: LoadedCompany[] = demoCompanies()
    .map(withAna)
    .map((company) => ({
      ...company,
      id: newId(),
      contacts: company.contacts.map((contact) => ({
        ...contact,
        id: newId(),
        loginId: loginOf(contact.email),
      })),
    }));
  await writeCompanies(tx, organisationId, loaded);
  await tx.insert(logins).values([...loginIds].map(([email, id]) => ({ organisationId, id, email })));
  await writeContacts(tx, organisationId, loaded);
  await assign(tx, organisationId, loaded, staffIds);
  await recordAll(
    tx,
    actor,
    loaded.map((company) => ({ act: "company.created", companyId: company.id, subject: company.name })),
  );
  return loaded;
}

async function writeCompanies(tx: Tx, organisationId: string, loaded: LoadedCompany[]): Promise<void> {
  const idOf = new Map(loaded.map((company) => [company.code, company.id]));
  const now = clock.now().getTime();
  await tx.insert(companies).values(
    loaded.map(({ contacts, parentCode, hasServices, ...company }, index) => ({
      ...company,
      organisationId,
      parentId: parentCode ? idOf.get(parentCode) : null,
      statusChangedAt: company.status === "active" ? null : new Date(now - 20 * DAY),
      createdAt: new Date(now - (400 - index) * DAY),
      updatedAt: new Date(now - (index % 60) * DAY),
    })),
  );
}

async function writeContacts(tx: Tx, organisationId: string, loaded: LoadedCompany[]): Promise<void> {
  const rows = loaded.flatMap((company) =>
    company.contacts.map(({ email, story, ...contact }) => ({
      ...contact,
      organisationId,
      companyId: company.id,
      kind: company.kind,
      accessSince: 1,
    })),
  );
  await tx.insert(contacts).values(rows);
}

async function assign(
  tx: Tx,
  organisationId: string,
  loaded: LoadedCompany[],
  [ada, ben]: string[],
): Promise<void> {
  if (!ada || !ben) throw new Error("The demo's staff is missing.");
  const bens = loaded.filter((_, index) => index % 8 === 2);
  await tx.insert(assignments).values([
    ...loaded.map(({ id }) => ({
      organisationId,
      companyId: id,
      staffId: ada,
      level: "administrator" as const,
    })),
    ...bens.map(({ id }) => ({
      organisationId,
      companyId: id,
      staffId: ben,
      level: "member" as const,
      grantedBy: ada,
    })),
  ]);
}
