import type { CellView } from "./view";

/** Under which name a cell is found again: the id of its row and what it decides about. */
export const cellKey = (rowId: string, subject: string): string => `${rowId} ${subject}`;

/** One cell of access: allowed or not, decided here or wider, staged or saved, without effect; presses are heard by the grid around. */
export function AccessTick({
  cell,
  name,
  view,
  isReadOnly,
  isStop,
  whyId,
}: {
  cell: string;
  /** What it is about and whose: "Invoices, Ana Pires". */
  name: string;
  view: CellView;
  isReadOnly: boolean;
  /** Whether the Tab key stops at it: at one cell of a grid. */
  isStop: boolean;
  /** The element that says why. */
  whyId: string;
}) {
  const { isOn, origin, isStaged, isVoid } = view;
  return (
    <button
      type="button"
      role="checkbox"
      className="access-tick"
      data-cell={cell}
      data-origin={origin}
      data-staged={isStaged || undefined}
      data-void={isVoid || undefined}
      aria-checked={isOn}
      aria-disabled={isReadOnly || undefined}
      aria-label={`${name}${isStaged ? ", staged" : ""}${isVoid ? ", no effect" : ""}`}
      aria-describedby={whyId}
      tabIndex={isStop ? 0 : -1}
    >
      <span className="icon-mask [--icon:var(--icon-check)]" />
    </button>
  );
}
