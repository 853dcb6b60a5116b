import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { CompanySwitcher } from "@/components/frame/company-switcher";
import { PortalFrame } from "@/components/frame/portal-frame";
import { parseTheme, THEME_COOKIE } from "@/components/frame/theme";
import { Announcement } from "@/components/portal/announcement";
import { StatusBanner } from "@/components/portal/status-banner";
import { mustChangePassword } from "@/lib/auth/contact-needs";
import { announcementNow } from "@/lib/organisations/dismiss-announcement";
import { loadContactSession } from "@/lib/auth/contact-session";
import { setThemeAction } from "../../../preferences/actions";
import { dismissAnnouncementAction, signOutContactAction, switchCompanyAction } from "../actions";
import { areasOf } from "./areas";

type Props = { params: Promise<{ organisation: string }>; children: ReactNode };

/** The portal around every page of somebody signed in. It is no gate: a page without a fitting session sends people on by itself. */
export default async function ShellLayout({ params, children }: Props) {
  const session = await loadContactSession();
  const { organisation: slug } = await params;
  if (!session || session.organisation.slug !== slug || mustChangePassword(session)) return children;
  const { organisation, contact, login, choices, access } = session;
  const announcement = announcementNow(
    organisation.announcements,
    contact.kind,
    session.dismissedAnnouncement,
  );
  const home = `/portal/${slug}`;
  return (
    <PortalFrame
      organisation={organisation}
      homeHref={home}
      tabs={[{ href: home, label: "Dashboard", exact: true }, ...areasOf(access, slug)]}
      switcher={
        <CompanySwitcher
          companies={choices.map((choice) => ({
            id: choice.companyId,
            name: choice.companyName,
            kind: choice.kind,
          }))}
          currentId={contact.companyId}
          action={switchCompanyAction}
        />
      }
      announcement={
        <>
          {announcement ? (
            <Announcement announcement={announcement} dismiss={dismissAnnouncementAction} />
          ) : null}
          <StatusBanner
            companyName={contact.companyName}
            organisationName={organisation.name}
            status={contact.companyStatus}
          />
        </>
      }
      user={{
        person: { name: contact.name, email: login.email, note: contact.companyName },
        links: [{ href: `${home}/account`, label: "Account" }],
        theme: parseTheme((await cookies()).get(THEME_COOKIE)?.value),
        setTheme: setThemeAction,
        signOut: signOutContactAction,
      }}
    >
      {children}
    </PortalFrame>
  );
}
