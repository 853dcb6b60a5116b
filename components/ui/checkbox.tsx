import { useId, type ComponentProps, type ReactNode } from "react";
import { cn } from "./cn";

type Choice = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; help?: ReactNode };

/** A checkbox with its label to the right and, below that, what it means. */
export function Checkbox(props: Choice) {
  return <LabelledTick {...props} type="checkbox" look="tick" />;
}

/** A checkbox shown as a switch, for what takes effect at once or turns a whole thing on and off. */
export function Switch(props: Choice) {
  return <LabelledTick {...props} type="checkbox" role="switch" look="switch" />;
}

/** One of several choices; see RadioGroup. */
export function Radio(props: Choice) {
  return <LabelledTick {...props} type="radio" look="tick" />;
}

function LabelledTick({
  label,
  help,
  look,
  className,
  id,
  ...rest
}: Choice & { type: string; look: "tick" | "switch" }) {
  const ownId = useId();
  const helpId = help ? `${id ?? ownId}-help` : undefined;
  return (
    <div className={cn("flex items-start gap-2", className)}>
      <span className="flex h-[1.45em] items-center">
        <input className={look} id={id ?? ownId} aria-describedby={helpId} {...rest} />
      </span>
      <div className="min-w-0">
        <label htmlFor={id ?? ownId}>{label}</label>
        {help ? (
          <p id={helpId} className="text-small text-muted">
            {help}
          </p>
        ) : null}
      </div>
    </div>
  );
}
