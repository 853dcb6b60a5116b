import { forbidden, notFound, redirect } from "next/navigation";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import type { ContactActor, StaffActor } from "@/db/actor";
import { asActor, type Tx } from "@/db/as-actor";
import { findPermissionOfTab, type Permission } from "@/lib/access/permissions";
import { logActivity } from "@/lib/activity/log-activity";
import type { OrganisationView } from "@/lib/organisations/queries";
import type { SearchParams } from "@/lib/platform/address";
import { Refusal } from "@/lib/platform/errors";
import { staffActor, type Demand } from "./action";
import { contactActor, meetsContactNeed, mustChangePassword, type ContactNeed } from "./contact-needs";
import { loadContactSession, type ContactSession } from "./contact-session";
import type { StaffNeed } from "./needs";
import { loadPortal } from "./portal";
import { isHeldBack, loadStaffSession, type StaffSession } from "./staff-session";

type Params = Record<string, string>;
type RouteProps = {
  params: Promise<Record<string, string | string[] | undefined>>;
  searchParams: Promise<SearchParams>;
};
type Page = ((props: RouteProps) => Promise<ReactNode>) & Demand;
type Given = { params: Params; searchParams: SearchParams };

async function given(props: RouteProps): Promise<Given> {
  const [params, searchParams] = await Promise.all([props.params, props.searchParams]);
  const plain = Object.entries(params).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join("/") : (value ?? ""),
  ]);
  return { params: Object.fromEntries(plain), searchParams };
}

// A row that is not there and a row that is somebody else's both end here, and look the same.
async function orNotFound<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.code === "not-found") notFound();
    throw thrown;
  }
}

async function signInAddress(path: string): Promise<string> {
  const from = (await headers()).get("x-portico-path");
  return from && from !== "/" ? `${path}?next=${encodeURIComponent(from)}` : path;
}

/** What a staff page is drawn from. */
export type StaffPageContext = Given & { tx: Tx; actor: StaffActor; session: StaffSession };

/** A page for staff who meet `need`; `render` reads in one transaction open as them. Others are sent to sign in, or refused. */
export function staffPage(need: StaffNeed, render: (context: StaffPageContext) => Promise<ReactNode>): Page {
  const page = async (props: RouteProps) => {
    const session = await loadStaffSession();
    if (!session) redirect(await signInAddress("/login"));
    if (isHeldBack(session, need)) redirect("/account/second-factor");
    const actor = staffActor(session, need);
    if (!actor) forbidden();
    const context = await given(props);
    return orNotFound(asActor(actor, (tx) => render({ ...context, tx, actor, session })));
  };
  return Object.assign(page, { demand: { kind: "staff" as const, needs: need } });
}

type ContactContext = Given & { tx: Tx; actor: ContactActor; session: ContactSession };

// Which need a page has may hang on its address and on who asks; null is an address that leads nowhere.
type NeedOf = (session: ContactSession, params: Params) => ContactNeed | null;

// Nearly no company logs so much, and the others are spared the round trip; whether this one does is decided by the statement.
async function logView(tx: Tx, { contact }: ContactSession): Promise<void> {
  if (contact.companyLogLevel !== "debug") return;
  const [path = ""] = ((await headers()).get("x-portico-path") ?? "").split("?");
  const { companyId, contactId, name } = contact;
  await logActivity(tx, {
    ...{ companyId, contactId, level: "debug", source: "portal" },
    message: `${name} opened ${path}`,
  });
}

function pageOfPortal(
  needs: string,
  needOf: NeedOf,
  render: (context: ContactContext) => Promise<ReactNode>,
): Page {
  const page = async (props: RouteProps) => {
    const context = await given(props);
    const slug = context.params.organisation ?? "";
    const session = await loadContactSession();
    if (!session || session.organisation.slug !== slug)
      redirect(await signInAddress(`/portal/${encodeURIComponent(slug)}/login`));
    const need = needOf(session, context.params);
    if (need !== "changingPassword" && mustChangePassword(session))
      redirect(`/portal/${slug}/change-password`);
    if (need === null) notFound();
    if (!meetsContactNeed(session, need)) forbidden();
    const actor = contactActor(session);
    return orNotFound(
      asActor(actor, async (tx) => {
        await logView(tx, session);
        return render({ ...context, tx, actor, session });
      }),
    );
  };
  return Object.assign(page, { demand: { kind: "contact" as const, needs } });
}

/** A page of the portal for contacts who meet `need`; the organisation in the URL must be the one they are signed in to. */
export function contactPage(
  need: ContactNeed,
  render: (context: ContactContext) => Promise<ReactNode>,
): Page {
  return pageOfPortal(need, () => need, render);
}

/** The page behind a portal tab, for contacts who can use the permission that opens the tab at `[tab]`; other addresses are not found. */
export function contactTabPage(
  render: (context: ContactContext & { permission: Permission }) => Promise<ReactNode>,
): Page {
  const permissionOf = (session: ContactSession, params: Params) =>
    findPermissionOfTab(session.contact.kind, params.tab ?? "");
  return pageOfPortal(
    "the permission that opens the tab",
    (session, params) => permissionOf(session, params)?.id ?? null,
    async (context) => {
      const permission = permissionOf(context.session, context.params);
      if (!permission) notFound();
      return render({ ...context, permission });
    },
  );
}

/** A page for anybody, with the reason why that is right. */
export function publicPage(reason: string, render: (context: Given) => Promise<ReactNode>): Page {
  const page = async (props: RouteProps) => orNotFound(render(await given(props)));
  return Object.assign(page, { demand: { kind: "public" as const, needs: reason } });
}

type PortalContext = Given & { organisation: OrganisationView };

/** A page of an organisation's portal for people who have not signed in; an address that names no organisation is not found. */
export function portalFrontPage(
  reason: string,
  render: (context: PortalContext) => Promise<ReactNode>,
): Page {
  return publicPage(reason, async (context) => {
    const organisation = await loadPortal(context.params.organisation ?? "");
    if (!organisation) notFound();
    return render({ ...context, organisation });
  });
}
