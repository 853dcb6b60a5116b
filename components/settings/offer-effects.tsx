type Effect = {
  audience: "customer" | "supplier";
  what: "portal" | "tab" | "right" | "button";
  label: string;
  isGained: boolean;
  contacts: number;
};

/** What a change of the offer does, line by line, with exact numbers of contacts. */
export function OfferEffects({ effects, locale }: { effects: Effect[]; locale: string }) {
  if (effects.length === 0) return <p>Nobody sees a difference.</p>;
  return (
    <ul className="grid gap-1">
      {effects.map((effect) => (
        <li key={`${effect.audience} ${effect.label}`}>
          <strong>
            {effect.label} {effect.isGained ? "on" : "off"}
            {effect.what === "portal" ? "" : ` for ${effect.audience}s`}:
          </strong>{" "}
          {consequence(effect, locale)}
        </li>
      ))}
    </ul>
  );
}

function consequence({ what, isGained, contacts }: Effect, locale: string): string {
  const number = contacts.toLocaleString(locale);
  const [who, verb] = [contacts === 1 ? "contact" : "contacts", contacts === 1 ? "s" : ""];
  if (contacts === 0) return isGained ? "no contact is allowed it yet." : "no contact can use it now.";
  if (what === "portal")
    return isGained
      ? `${number} ${who} get${verb} in, to what each is allowed.`
      : `${number} ${who} find${verb} nothing there but the dashboard.`;
  const thing = what === "right" ? "it" : `the ${what}`;
  return `${number} ${who} ${isGained ? "gain" : "lose"}${verb} ${thing}.`;
}
