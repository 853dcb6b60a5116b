import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** Asks for the last day on which a grant counts. */
export function LastDayField({
  id,
  help,
  optional,
  today,
  value,
  onChange,
}: {
  id: string;
  help: string;
  optional?: boolean;
  /** The earliest day that makes sense. */
  today: string;
  value: string;
  onChange: (day: string) => void;
}) {
  return (
    <Field id={id} label="Last day" optional={optional} help={help}>
      {(control) => (
        <Input
          {...control}
          type="date"
          min={today}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
