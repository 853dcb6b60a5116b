import { cn } from "./cn";

/** The steps of a task, those behind ticked, the present one marked. `current` counts from 0. */
export function Stepper({ steps, current, label }: { steps: string[]; current: number; label: string }) {
  return (
    <ol aria-label={label} className="flex flex-wrap gap-x-6 gap-y-2">
      {steps.map((step, index) => (
        <li
          key={step}
          aria-current={index === current ? "step" : undefined}
          className={cn("flex items-center gap-2", index === current ? "font-medium" : "text-muted")}
        >
          <span
            className={cn(
              "grid size-6 flex-none place-content-center rounded-full border text-tiny tabular-nums",
              index === current && "border-accent bg-accent text-on-accent",
              index < current && "border-good text-good",
              index > current && "border-edge",
            )}
          >
            {index < current ? <span className="icon-mask [--icon:var(--icon-check)]" /> : index + 1}
          </span>
          {step}
          {index < current ? <span className="sr-only"> (done)</span> : null}
        </li>
      ))}
    </ol>
  );
}
