import type { CompanyRow } from "@/lib/companies/list-companies";

const words = [
  "Amber Hollow",
  "Birch Meadow",
  "Copper Bridge",
  "Dale Field",
  "Elm Gate",
  "Fern Hill",
  "Glen Lane",
  "Harbour Mill",
];
const places = [
  ["London", "UK"],
  ["Leeds", "UK"],
  ["Berlin", "Germany"],
  ["Paris", "France"],
] as const;

/** Fifty customers such as the benchmark's data has. */
export const rows: CompanyRow[] = Array.from({ length: 50 }, (_, at) => {
  const [city, country] = places[at % places.length] ?? places[0];
  const hex = (at + 1).toString(16).padStart(12, "0");
  return {
    id: `01990000-0001-7000-8000-${hex}`,
    code: `C${String(at * 20 + 1).padStart(6, "0")}`,
    name: `${words[at % words.length]} Foods ${at * 20 + 1}`,
    city,
    country,
    status: at % 50 === 7 ? "inactive" : "active",
    phone: `+44 20 ${at * 20 + 1}`,
    email: "",
    parentId: at % 10 === 3 ? `01990000-0001-7000-8000-${hex}` : null,
    parentName: at % 10 === 3 ? `${words[(at + 3) % words.length]} Motors ${at * 20}` : null,
    updatedAt: new Date(Date.UTC(2026, 10, 21, 12, at)),
    updatedText: "",
  };
});
