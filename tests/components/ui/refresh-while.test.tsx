import { act, render, screen } from "@testing-library/react";
import { Suspense, use, useState } from "react";
import { RefreshWhile } from "@/components/ui/refresh-while";
import { fakeRouter } from "../ui/app-router";

afterEach(() => jest.useRealTimers());

const seconds = (amount: number) => act(() => jest.advanceTimersByTimeAsync(amount * 1000));

it("reads the page anew only a second after the last one came", async () => {
  jest.useFakeTimers();
  const asked: (() => void)[] = [];
  let show: (page: Promise<string>) => void = () => {};
  const ask = () => show(new Promise((come) => asked.push(() => come(`page ${asked.length}`))));
  const { Router } = fakeRouter(ask);
  const first = Promise.resolve("page 0");
  const Page = () => {
    const [page, setPage] = useState(first);
    show = setPage;
    return (
      <>
        <p>{use(page)}</p>
        <RefreshWhile href="/imports/1" />
      </>
    );
  };
  await act(async () =>
    render(
      <Router>
        <Suspense>
          <Page />
        </Suspense>
      </Router>,
    ),
  );
  await seconds(1);
  expect(asked).toHaveLength(1);
  await seconds(5);
  expect(asked).toHaveLength(1);
  await act(async () => asked[0]?.());
  expect(screen.getByText("page 1")).toBeInTheDocument();
  await seconds(1);
  expect(asked).toHaveLength(2);
});
