import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import {
  AppRouterContext,
  type AppRouterInstance,
} from "next/dist/shared/lib/app-router-context.shared-runtime";
import { LinkArea } from "@/components/ui/link-area";
import { WhileLoading } from "@/components/ui/while-loading";

it("shows the outline of rows while a page is on its way that may have some, and says so", async () => {
  let arrive = () => {};
  const push = () => new Promise<void>((resolve) => (arrive = resolve));
  const router = { push } as unknown as AppRouterInstance;
  render(
    <AppRouterContext.Provider value={router}>
      <LinkArea className="area">
        <a href="/customers">Clear search and filters</a>
        <WhileLoading>Nothing fits</WhileLoading>
      </LinkArea>
    </AppRouterContext.Provider>,
  );
  expect(screen.getByText("Nothing fits")).toBeInTheDocument();
  await userEvent.click(screen.getByRole("link"));
  expect(await screen.findByRole("status", { name: "Loading" })).toBeInTheDocument();
  expect(screen.queryByText("Nothing fits")).toBeNull();
  expect(document.querySelector(".area")).toHaveAttribute("aria-busy", "true");
  arrive();
  expect(await screen.findByText("Nothing fits")).toBeInTheDocument();
  expect(document.querySelector(".area")).not.toHaveAttribute("aria-busy");
});
