import { readSubmitted, typedValues } from "@/lib/auth/form-values";

function form(...entries: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

test("reads plain values, form data, and form data behind a previous state alike", () => {
  const data = form(["email", "a@b.c"]);
  expect(readSubmitted({ email: "a@b.c" }, undefined)).toEqual({ values: { email: "a@b.c" }, isForm: false });
  expect(readSubmitted(data, undefined)).toEqual({ values: { email: "a@b.c" }, isForm: true });
  expect(readSubmitted(null, data)).toEqual({ values: { email: "a@b.c" }, isForm: true });
});

test("a name that comes several times is a list", () => {
  expect(readSubmitted(form(["role", "a"], ["role", "b"]), undefined).values).toEqual({ role: ["a", "b"] });
});

test("names from Object.prototype are names like any other", () => {
  const { values } = readSubmitted(form(["__proto__", "x"], ["constructor", "y"]), undefined);
  expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
  expect(Object.getOwnPropertyNames(values)).toEqual(["__proto__", "constructor"]);
});

test("keeps what was typed, but no secret", () => {
  const data = form(["email", "a@b.c"], ["password", "p"], ["current", "c"], ["secret", "s"], ["token", "t"]);
  expect(typedValues(readSubmitted(null, data))).toEqual({ email: "a@b.c" });
  const rules = form(["passwordMin", "9"], ["temporaryPasswordHours", "500"], ["newPassword", "n"]);
  expect(typedValues(readSubmitted(null, rules))).toEqual({
    passwordMin: "9",
    temporaryPasswordHours: "500",
  });
});
