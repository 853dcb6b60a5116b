import { z } from "zod";
import { parseInput, toActionError } from "@/lib/auth/action-result";
import { Refusal } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";

const input = z.object({
  name: z.string({ error: "Enter a name." }),
  billing: z.object({ city: z.string({ error: "Enter a city." }) }),
});

test("each field that is wrong gets its message", () => {
  expect(() => parseInput(input, { billing: {} })).toThrow(
    expect.objectContaining({
      code: "invalid",
      fields: { name: "Enter a name.", "billing.city": "Enter a city." },
    }),
  );
});

test.each([undefined, null, 7, "text", [], () => 1])("input of the wrong kind is refused: %p", (value) => {
  expect(() => parseInput(input, value)).toThrow(Refusal);
});

test("a refusal is shown as it stands", () => {
  const refusal = new Refusal("conflict", "Taken.", { code: "Taken." }, { id: 1 });
  expect(toActionError(refusal)).toEqual({
    code: "conflict",
    message: "Taken.",
    fields: { code: "Taken." },
    details: { id: 1 },
  });
});

test("anything else is logged under an id, and only the id is shown", () => {
  const logged = jest.spyOn(log, "error").mockImplementation(() => undefined);
  const error = toActionError(new Error("relation contacts, password hunter2"));
  expect(error.code).toBe("unexpected");
  expect(error.message).not.toMatch(/hunter2|relation/);
  const { id } = logged.mock.calls[0]?.[0] as unknown as { id: string };
  expect(error.message).toContain(id);
  logged.mockRestore();
});
