import { render, screen } from "@testing-library/react";
import { initials, UserMenu } from "@/components/frame/user-menu";

const menu = (
  <UserMenu
    person={{ name: "Ada Lovelace", email: "ada@portico.example" }}
    links={[{ href: "/customers", label: "All Customers" }]}
    theme="dark"
    setTheme={() => {}}
    signOut={() => {}}
  />
);

it("says who is signed in", () => {
  render(menu);
  expect(screen.getByLabelText("Signed in as Ada Lovelace")).toBeInTheDocument();
  expect(screen.getByText("ada@portico.example")).toBeInTheDocument();
});

it("marks the theme that was chosen", () => {
  render(menu);
  const pressed = screen.getAllByRole("button", { pressed: true, hidden: true });
  expect(pressed.map((button) => button.textContent)).toEqual(["Dark"]);
});

it.each([
  ["Ada Lovelace", "AL"],
  ["Ana Trujillo Moreno", "AM"],
  ["Cher", "C"],
  ["  élise  ", "É"],
  ["", ""],
])("shortens %p to %p", (name, letters) => expect(initials(name)).toBe(letters));
