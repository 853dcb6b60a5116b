import { DropMenu } from "@/components/ui/drop-menu";
import type { FormAction } from "./form-action";
import { THEMES, type Theme } from "./theme";

export type UserMenuProps = {
  person: { name: string; email: string; note?: string };
  links: { href: string; label: string }[];
  theme: Theme;
  /** Called with the field `theme`. */
  setTheme: FormAction;
  signOut: FormAction;
};

const themeWords: Record<Theme, string> = { light: "Light", dark: "Dark", system: "As the system" };

/** Who is signed in, at the top right of every page: their places, the theme, and the way out. Works without a script. */
export function UserMenu({ person, links, theme, setTheme, signOut }: UserMenuProps) {
  return (
    <DropMenu
      bare
      align="end"
      className="user-button"
      name={`Signed in as ${person.name}`}
      label={
        <>
          <span className="avatar" aria-hidden="true">
            {initials(person.name)}
          </span>
          <span className="truncate max-md:hidden">{person.name}</span>
        </>
      }
    >
      <div className="px-2 py-1.5">
        <p className="truncate font-medium">{person.name}</p>
        <p className="truncate text-small text-muted">{person.email}</p>
        {person.note ? <p className="text-small text-muted">{person.note}</p> : null}
      </div>
      <div className="menu-line" />
      {links.map((link) => (
        <a key={link.href} href={link.href} className="menu-item">
          {link.label}
        </a>
      ))}
      <div className="menu-line" />
      <form action={setTheme} data-theme-choice="">
        <p className="menu-label" id="theme-label">
          Theme
        </p>
        <div role="group" aria-labelledby="theme-label">
          {THEMES.map((choice) => (
            <button
              key={choice}
              name="theme"
              value={choice}
              aria-pressed={choice === theme}
              className="menu-item"
            >
              {themeWords[choice]}
            </button>
          ))}
        </div>
      </form>
      <div className="menu-line" />
      <form action={signOut}>
        <button className="menu-item">Sign out</button>
      </form>
    </DropMenu>
  );
}

/** The first letters of the first and the last name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => [...(word ?? "")][0]?.toUpperCase() ?? "").join("");
}
