import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { LeaveDialog } from "@/components/ui/leave-dialog";
import { LinkArea } from "@/components/ui/link-area";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import { fakeRouter } from "./app-router";

function Form({ isChanged }: { isChanged: boolean }) {
  const guard = useLeaveGuard(isChanged, "/settings");
  return (
    <LinkArea>
      <a href="/customers">Customers</a>
      <a href="/settings?tab=terms">Terms</a>
      <LeaveDialog guard={guard}>What you typed will be gone.</LeaveDialog>
    </LinkArea>
  );
}

function form(isChanged: boolean) {
  const { went, Router } = fakeRouter();
  render(
    <Router>
      <Form isChanged={isChanged} />
    </Router>,
  );
  return went;
}

const press = (role: string, name: string) => userEvent.click(screen.getByRole(role, { name }));

it("asks before a link leads away from what is not saved, and follows it for whoever leaves", async () => {
  const went = form(true);
  await press("link", "Customers");
  expect(screen.getByRole("alertdialog", { name: "Leave without saving?" })).toBeVisible();
  expect(went).toEqual([]);
  await press("button", "Leave");
  expect(went).toEqual([expect.stringMatching(/^push .*\/customers$/)]);
  expect(screen.queryByRole("alertdialog")).toBeNull();
});

it("goes nowhere for whoever stays", async () => {
  const went = form(true);
  await press("link", "Customers");
  await press("button", "Stay here");
  expect(went).toEqual([]);
  expect(screen.queryByRole("alertdialog")).toBeNull();
});

it("asks nothing within the page", async () => {
  const within = form(true);
  await press("link", "Terms");
  expect(within).toEqual(["push /settings?tab=terms"]);
});

it("asks nothing when nothing was changed", async () => {
  const went = form(false);
  await press("link", "Customers");
  expect(went).toEqual(["push /customers"]);
});
