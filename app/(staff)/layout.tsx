import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { parseSidebar, SIDEBAR_COOKIE } from "@/components/frame/sidebar-state";
import type { NavSection } from "@/components/frame/sidebar-nav";
import { CommandPalette } from "@/components/palette/command-palette";
import { StaffFrame } from "@/components/frame/staff-frame";
import { parseTheme, THEME_COOKIE } from "@/components/frame/theme";
import { may } from "@/lib/auth/route";
import { loadStaffSession, type StaffSession } from "@/lib/auth/staff-session";
import { signOutStaffAction } from "../(public)/actions";
import { setSidebarAction, setThemeAction } from "../preferences/actions";
import { places } from "./places";

const groups = ["people", "records", "organisation"] as const;

function sectionsFor(session: StaffSession): NavSection[] {
  const mine = places.filter((place) => may(session, place.need));
  const sections = groups.map((group) => ({
    items: mine.flatMap(({ href, label, sidebar }) =>
      sidebar?.group === group ? [{ href, label, icon: sidebar.icon }] : [],
    ),
  }));
  return sections.filter(({ items }) => items.length > 0);
}

/** The back office around every staff page. It shows who is signed in; what they may see is decided by each page. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const session = await loadStaffSession();
  // The page itself sends to sign-in, with the way back.
  if (!session) return children;
  const jar = await cookies();
  return (
    <StaffFrame
      organisation={session.organisation}
      homeHref="/customers"
      sections={sectionsFor(session)}
      sidebar={parseSidebar(jar.get(SIDEBAR_COOKIE)?.value)}
      setSidebar={setSidebarAction}
      palette={<CommandPalette />}
      search={{ action: "/customers", label: "Search customers" }}
      user={{
        person: { name: session.name, email: session.email, note: session.organisation.name },
        links: [
          { href: "/customers", label: "All Customers" },
          { href: "/account", label: "Account" },
        ],
        theme: parseTheme(jar.get(THEME_COOKIE)?.value),
        setTheme: setThemeAction,
        signOut: signOutStaffAction,
      }}
    >
      {children}
    </StaffFrame>
  );
}
