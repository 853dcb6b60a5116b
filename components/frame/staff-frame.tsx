import { CircleHelp, Menu, PanelLeft } from "lucide-react";
import type { ReactNode } from "react";
import { LinkArea } from "@/components/ui/link-area";
import { AccentStyle } from "./accent-style";
import type { FormAction } from "./form-action";
import { FrameKeys } from "./frame-keys";
import { OrganisationName, type Organisation } from "./organisation-name";
import { SidebarNav, type NavSection } from "./sidebar-nav";
import type { SidebarState } from "./sidebar-state";
import { UserMenu, type UserMenuProps } from "./user-menu";

export type StaffFrameProps = {
  organisation: Organisation;
  homeHref: string;
  sections: NavSection[];
  sidebar: SidebarState;
  /** Called with the field `sidebar`: "open" or "collapsed". */
  setSidebar: FormAction;
  search: { action: string; label: string; name?: string };
  /** What opens the command palette; it stands beside the search. */
  palette?: ReactNode;
  helpHref?: string;
  user: UserMenuProps;
  /** Stands in the top bar; a page may instead give its PageHeader a breadcrumb, which takes the same place. */
  breadcrumb?: ReactNode;
  children: ReactNode;
};

/** The frame of the back office: sidebar, top bar, and the page. Everything in it works without a script. */
export function StaffFrame({ organisation, homeHref, sections, user, children, ...rest }: StaffFrameProps) {
  return (
    <LinkArea>
      <AccentStyle colour={organisation.colour} />
      <div className="staff-frame" data-sidebar={rest.sidebar}>
        <a className="skip-link" href="#content">
          Skip to the page
        </a>
        <input type="checkbox" id="frame-menu" className="frame-menu-box" aria-label="Menu" />
        <label htmlFor="frame-menu" className="frame-scrim" aria-hidden="true" />
        <aside className="sidebar">
          <a href={homeHref} className="sidebar-name" title={organisation.name}>
            <span className="sidebar-mark" aria-hidden="true">
              {[...organisation.name][0]?.toUpperCase()}
            </span>
            <span className="truncate">
              <OrganisationName organisation={organisation} />
            </span>
          </a>
          <SidebarNav sections={sections} />
          <SidebarToggle state={rest.sidebar} action={rest.setSidebar} />
        </aside>
        <header className="topbar">
          <label htmlFor="frame-menu" className="frame-menu-button" aria-hidden="true">
            <Menu size={20} />
          </label>
          <div className="topbar-place">{rest.breadcrumb}</div>
          <TopSearch {...rest.search} />
          {rest.palette}
          {rest.helpHref ? (
            <a href={rest.helpHref} className="btn btn-ghost btn-icon" aria-label="Help" title="Help">
              <CircleHelp />
            </a>
          ) : null}
          <UserMenu {...user} />
        </header>
        <main id="content" tabIndex={-1} className="staff-page">
          {children}
        </main>
        <FrameKeys />
      </div>
    </LinkArea>
  );
}

function TopSearch({ action, label, name = "q" }: StaffFrameProps["search"]) {
  return (
    <form role="search" aria-label={label} action={action} className="topbar-search">
      <span className="icon-mask [--icon:var(--icon-search)]" aria-hidden="true" />
      <input
        type="search"
        name={name}
        aria-label={label}
        placeholder={label}
        className="control"
        autoComplete="off"
      />
    </form>
  );
}

function SidebarToggle({ state, action }: { state: SidebarState; action: FormAction }) {
  const label = state === "collapsed" ? "Widen the sidebar" : "Narrow the sidebar";
  return (
    <form action={action} className="sidebar-toggle" data-sidebar-choice="">
      <button
        name="sidebar"
        value={state === "collapsed" ? "open" : "collapsed"}
        className="btn btn-ghost btn-icon"
        aria-label={label}
        title={label}
      >
        <PanelLeft />
      </button>
    </form>
  );
}
