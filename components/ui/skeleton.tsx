import { cn } from "./cn";

/** A grey stand-in for a line or a block that is still loading. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div
      aria-hidden="true"
      className={cn("h-[1em] rounded-small bg-line", className)}
      style={{ animation: "breathe 1.6s ease-in-out infinite" }}
    />
  );
}

/** A table that is still loading, in the measure of the one to come. */
export function TableSkeleton({ rows = 12, label = "Loading" }: { rows?: number; label?: string }) {
  return (
    <div className="card" role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="flex h-row items-center gap-6 border-b border-line px-3 last:border-0">
          <Skeleton className={["w-2/5", "w-1/3", "w-1/2"][index % 3]} />
          <Skeleton className="w-1/6 max-md:hidden" />
          <Skeleton className="ml-auto w-16" />
        </div>
      ))}
    </div>
  );
}
