import { askOptions } from "@/components/ui/ask-list";

const fetched = jest.spyOn(globalThis, "fetch");
const answer = (body: unknown, status = 200) =>
  fetched.mockResolvedValueOnce(new Response(JSON.stringify(body), { status }));

afterAll(() => fetched.mockRestore());

it("gives the options that the server answers", async () => {
  const options = [{ value: "w", label: "Winslow Estates", detail: "WIN · Leeds" }];
  answer(options);
  expect(await askOptions("/customers/options?q=win")).toEqual(options);
  expect(fetched).toHaveBeenLastCalledWith("/customers/options?q=win");
});

it.each([
  ["a refusal", { error: "forbidden" }, 403],
  ["something that is no list", { options: [] }, 200],
  ["an option without a name", [{ value: "w" }], 200],
])("takes no options from %s", async (_, body, status) => {
  answer(body, status);
  await expect(askOptions("/customers/options")).rejects.toThrow();
});
