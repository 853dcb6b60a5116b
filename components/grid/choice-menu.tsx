import { Button } from "@/components/ui/button";
import { Checkbox, Radio } from "@/components/ui/checkbox";
import { DropMenu } from "@/components/ui/drop-menu";
import { Select } from "@/components/ui/select";

/** Choices that an address carries under one name. */
export type ChoiceGroup = {
  name: string;
  legend: string;
  /** Several of them, or just one. */
  several?: boolean;
  /** As a list that drops down: for one of many. */
  drops?: boolean;
  options: readonly { value: string; label: string }[];
  chosen: readonly string[];
};

/** A menu of filters or columns as a plain GET form; `keep` holds what else the address says (not the page). */
export function ChoiceMenu({
  label,
  action,
  groups,
  keep,
}: {
  label: string;
  action: string;
  groups: ChoiceGroup[];
  keep: Record<string, string[]>;
}) {
  return (
    <DropMenu label={label}>
      <form action={action} className="grid min-w-56 gap-4 px-3 pt-3">
        {Object.entries(keep).flatMap(([name, values]) =>
          values.map((value) => <input key={`${name}=${value}`} type="hidden" name={name} value={value} />),
        )}
        {groups.map((group) =>
          group.drops ? (
            <DroppedChoices key={group.name} {...group} />
          ) : (
            <Choices key={group.name} {...group} />
          ),
        )}
        <div className="sticky -bottom-1 grid bg-raised pt-1 pb-3">
          <Button type="submit" small>
            Show
          </Button>
        </div>
      </form>
    </DropMenu>
  );
}

function Choices({ name, legend, several, options, chosen }: ChoiceGroup) {
  const Choice = several ? Checkbox : Radio;
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1 text-small text-muted">{legend}</legend>
      {options.map(({ value, label }) => (
        <Choice
          // A new address comes with new choices, which an uncontrolled box would not take up.
          key={`${value} ${chosen.includes(value)}`}
          name={name}
          value={value}
          label={label}
          defaultChecked={chosen.includes(value)}
        />
      ))}
    </fieldset>
  );
}

function DroppedChoices({ name, legend, options, chosen }: ChoiceGroup) {
  return (
    <label className="grid gap-1.5">
      <span className="text-small text-muted">{legend}</span>
      {/* A new address comes with a new choice, which an uncontrolled list would not take up. */}
      <Select key={chosen.join()} name={name} options={[...options]} defaultValue={chosen[0]} />
    </label>
  );
}
