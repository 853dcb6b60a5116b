import { acts, places } from "@/app/(staff)/places";
import { matrix } from "./matrix";

const all = [...places, ...acts];

it.each(all.map((place) => [place.label, place]))(
  "“%s” leads to a page that demands what the way to it does",
  (_, place) => {
    const path = new URL(place.href, "http://portico.example").pathname;
    expect(matrix[`app/(staff)${path}/page.tsx`]).toEqual({ default: `staff ${place.need}` });
  },
);

it("is named and led to once", () => {
  expect(new Set(all.map(({ label }) => label)).size).toBe(all.length);
  expect(new Set(all.map(({ href }) => href)).size).toBe(all.length);
});
