import { act, createEvent, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { LinkArea } from "@/components/ui/link-area";
import { SearchBox } from "@/components/ui/search-box";
import { fakeRouter } from "./app-router";

function area(children: React.ReactNode) {
  const { went, Router } = fakeRouter();
  render(
    <Router>
      <LinkArea>{children}</LinkArea>
    </Router>,
  );
  return went;
}

/** Whether the browser would have followed the link itself; jsdom cannot, so the event is stopped on its way out. */
function leftToTheBrowser(link: HTMLElement, init: MouseEventInit = {}): boolean {
  const click = createEvent.click(link, { button: 0, ...init });
  let left = false;
  const note = (event: Event) => {
    left = !event.defaultPrevented;
    event.preventDefault();
  };
  window.addEventListener("click", note, { once: true });
  fireEvent(link, click);
  return left;
}

it("follows a plain link without loading the page anew", () => {
  const went = area(
    <a href="/customers/7?tab=sites#top">
      <b>Alfreds</b>
    </a>,
  );
  expect(leftToTheBrowser(screen.getByText("Alfreds"))).toBe(false);
  expect(went).toEqual(["push /customers/7?tab=sites#top"]);
});

it.each<[string, React.ComponentProps<"a">, MouseEventInit]>([
  ["a click that wants a new tab", { href: "/a" }, { ctrlKey: true }],
  ["a click on a Mac that wants a new tab", { href: "/a" }, { metaKey: true }],
  ["a file", { href: "/a.csv", download: true }, {}],
  ["a link with a target", { href: "/a", target: "_blank" }, {}],
  ["another site", { href: "https://example.com/" }, {}],
  ["an e-mail address", { href: "mailto:ana@example.com" }, {}],
  ["a place on the same page", { href: "#name" }, {}],
])("leaves %s to the browser", (_, link, init) => {
  const went = area(<a {...link}>go</a>);
  expect(leftToTheBrowser(screen.getByText("go"), init)).toBe(true);
  expect(went).toEqual([]);
});

it("sends a GET form without loading the page anew, and leaves empty fields out", async () => {
  const went = area(
    <form action="/customers">
      <input name="q" defaultValue="a b" />
      <input name="status" defaultValue="" />
      <input type="checkbox" name="column" value="city" defaultChecked />
      <input name="action" defaultValue="x" />
      <button name="page" value="2">
        Go
      </button>
    </form>,
  );
  await userEvent.click(screen.getByRole("button"));
  expect(went).toEqual(["push /customers?q=a+b&column=city&action=x&page=2"]);
});

it("leaves a POST form alone", () => {
  const went = area(
    <form method="post" onSubmit={(event) => event.preventDefault()}>
      <button>Go</button>
    </form>,
  );
  fireEvent.submit(screen.getByRole("button"));
  expect(went).toEqual([]);
});

describe("a search", () => {
  const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
  /** Unless told otherwise, longer than the search waits for the next letter. */
  const pause = (ms = 350) => act(() => jest.advanceTimersByTimeAsync(ms));
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const box = (
    <SearchBox action="/customers" label="Search" keep={{ status: ["active", "closed"], sort: undefined }} />
  );

  it("runs once after the last letter and keeps the filters and the focus", async () => {
    const went = area(box);
    for (const letter of "alf") {
      await user.type(screen.getByRole("searchbox"), letter);
      await pause(150);
    }
    expect(went).toEqual([]);
    await pause();
    expect(went).toEqual(["replace /customers?status=active&status=closed&q=alf"]);
    expect(screen.getByRole("searchbox")).toHaveFocus();
  });

  it("runs at once on Enter, and not again after the pause", async () => {
    const went = area(box);
    await user.type(screen.getByRole("searchbox"), "alf{Enter}");
    await pause();
    expect(went).toEqual(["replace /customers?status=active&status=closed&q=alf"]);
  });

  it("drops its parameter when it is emptied", async () => {
    const went = area(<SearchBox action="/customers" label="Search" defaultValue="alf" />);
    await user.clear(screen.getByRole("searchbox"));
    await user.keyboard("{Enter}");
    expect(went).toEqual(["replace /customers"]);
  });
});
