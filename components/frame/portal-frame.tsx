import type { ReactNode } from "react";
import { LinkArea } from "@/components/ui/link-area";
import { TabLinks, type TabLink } from "@/components/ui/tab-links";
import { AccentStyle } from "./accent-style";
import { FrameKeys } from "./frame-keys";
import { OrganisationName, type Organisation } from "./organisation-name";
import { UserMenu, type UserMenuProps } from "./user-menu";

/** The frame of the portal: the organisation's name and colour, the company one acts for, and the tabs one may open. */
export function PortalFrame({
  organisation,
  homeHref,
  tabs,
  user,
  switcher,
  announcement,
  children,
}: {
  organisation: Organisation;
  homeHref: string;
  tabs: TabLink[];
  user: UserMenuProps;
  /** A CompanySwitcher, or the name of the only company. */
  switcher?: ReactNode;
  /** A Banner above every page. */
  announcement?: ReactNode;
  children: ReactNode;
}) {
  return (
    <LinkArea>
      <AccentStyle colour={organisation.colour} />
      <div className="portal-frame" data-density="roomy">
        <a className="skip-link" href="#content">
          Skip to the page
        </a>
        <header className="portal-head">
          <div className="portal-bar">
            <a href={homeHref} className="portal-name">
              <OrganisationName organisation={organisation} />
            </a>
            {switcher ? <div className="portal-company">{switcher}</div> : null}
            <UserMenu {...user} />
          </div>
          <div className="portal-tabs">
            <TabLinks tabs={tabs} label="Portal" />
          </div>
        </header>
        <main id="content" tabIndex={-1} className="portal-page">
          {announcement}
          {children}
        </main>
        <FrameKeys />
      </div>
    </LinkArea>
  );
}
