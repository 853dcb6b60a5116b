import { cn } from "@/components/ui/cn";

const box = "grid size-[18px] flex-none place-content-center rounded-small border";

const looks = {
  own: "border-accent bg-accent text-on-accent",
  wider: "border-accent-text bg-surface text-accent-text",
  none: "border-edge bg-surface",
};

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
  const isVoid = allowed && !usable;
  const look = !allowed || isVoid ? "none" : isOwn ? "own" : "wider";
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <span aria-hidden="true" className={cn(box, looks[look], isVoid && "text-muted")}>
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
