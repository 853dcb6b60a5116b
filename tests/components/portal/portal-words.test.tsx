import { render, screen } from "@testing-library/react";
import { DeadLink, type DeadState } from "@/components/portal/dead-link";
import { ReachList } from "@/components/portal/reach-list";
import { StatusBanner } from "@/components/portal/status-banner";
import type { Action } from "@/lib/auth/action";

const action = (async () => ({ ok: true, data: null })) as unknown as Action<null>;
const organisation = { name: "Winslow Estates" };

function dead(state: DeadState, maskedEmail?: string, sent = false) {
  const fresh = { action, hidden: { secret: "s" } };
  return render(
    <DeadLink
      organisation={organisation}
      state={state}
      sent={sent}
      maskedEmail={maskedEmail}
      fresh={fresh}
      links={<a href="/login">Sign in</a>}
    />,
  );
}

describe("a link that does not work", () => {
  const states: DeadState[] = ["used", "expired", "replaced", "cancelled", "closed", "unknown"];

  it("says each time something else, and always a way on", () => {
    const said = states.map((state) => {
      const { unmount } = dead(state);
      const words = screen.getByRole("main").textContent;
      expect(screen.getByRole("link", { name: "Sign in" })).toBeVisible();
      unmount();
      return words;
    });
    expect(new Set(said).size).toBe(states.length);
  });

  it("offers a fresh one to the same address, which it does not give away", () => {
    dead("expired", "a•••@winslow.example");
    expect(screen.getByRole("button", { name: "Send a fresh link" })).toBeVisible();
    expect(screen.getByRole("main")).toHaveTextContent("a•••@winslow.example");
  });

  it("answers a request without saying whether anything was sent", () => {
    dead("used", "a•••@winslow.example", true);
    expect(screen.getByRole("main")).toHaveTextContent("If this account can still be opened");
    expect(screen.queryByRole("button")).toBeNull();
  });
});

describe("the banner of a company that may not order", () => {
  it.each(["blacklisted", "inactive"])("says what that means: %s", (status) => {
    render(<StatusBanner companyName="Blackbird" organisationName="Winslow" status={status} />);
    expect(screen.getByText(`New orders are off: Blackbird is ${status}`)).toBeVisible();
    expect(screen.getByText(/You can still read everything here/)).toBeVisible();
  });

  it("is absent while the company is active", () => {
    const { container } = render(
      <StatusBanner companyName="Blackbird" organisationName="Winslow" status="active" />,
    );
    expect(container).toBeEmptyDOMElement();
  });
});

describe("the companies in reach", () => {
  it("stand as a tree, each site below its own company", () => {
    const company = (id: string, name: string, parentId: string | null) => ({ id, name, parentId });
    render(
      <ReachList
        companies={[
          company("w", "Winslow", "outside"),
          company("a", "Arcade", "w"),
          company("p", "Parkway", "w"),
          company("c", "Café", "a"),
        ]}
      />,
    );
    const names = screen.getAllByRole("listitem").map((item) => item.textContent);
    expect(names).toEqual(["Winslow · your company", "Arcade · site", "Café · site", "Parkway · site"]);
  });
});
