import { cn } from "@/components/ui/cn";

const box = "grid size-[18px] flex-none place-content-center rounded-small border";

/**
 * Whether something is allowed, at a glance and in a word: a filled tick when it was decided for this contact alone, an outlined one when it
 * comes from a wider decision or a group role, struck through when it has no effect, empty when it is not allowed.
 */
export function AccessMark({
  allowed,
  usable,
  isOwn,
}: {
  allowed: boolean;
  usable: boolean;
  isOwn: boolean;
}) {
  const isFilled = allowed && usable && isOwn;
  const isVoid = allowed && !usable;
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <span
        aria-hidden="true"
        className={cn(
          box,
          isFilled ? "border-accent bg-accent text-on-accent" : "border-edge bg-surface",
          allowed && usable && !isOwn && "border-accent-text text-accent-text",
          isVoid && "text-muted",
        )}
      >
        {allowed ? (
          <span
            className={cn(
              "icon-mask text-[12px]",
              isVoid ? "[--icon:var(--icon-minus)]" : "[--icon:var(--icon-check)]",
            )}
          />
        ) : null}
      </span>
      <span className={cn(!allowed && "text-muted", isVoid && "text-warn line-through")}>
        {allowed ? "Allowed" : "Not allowed"}
      </span>
      {isVoid ? <span className="text-warn">No effect</span> : null}
    </span>
  );
}
