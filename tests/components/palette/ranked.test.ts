import { ranked } from "@/components/palette/ranked";
import { matching } from "@/components/ui/use-suggestions";

const options = [
  { value: "/suppliers", label: "Suppliers", keywords: "vendors, Companies" },
  { value: "/access", label: "Portal access", keywords: "Cloud Access Admin" },
  { value: "/customers/new", label: "New Customer", keywords: "sign up" },
  { value: "/customers", label: "Customers", keywords: "Companies, Manage Customer" },
];

const found = (query: string) => ranked(matching(options, query), query).map(({ label }) => label);

it("puts what begins with the words first, then what holds them, then what other words find", () => {
  expect(found("customer")).toEqual(["Customers", "New Customer"]);
  expect(found("companies")).toEqual(["Suppliers", "Customers"]);
});

it("knows pages by the names of the systems that came before", () => {
  expect(found("cloud access admin")).toEqual(["Portal access"]);
});

it("keeps the order of the sidebar while nothing is typed", () => {
  expect(found("")).toEqual(options.map(({ label }) => label));
});
