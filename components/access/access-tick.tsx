import type { CellView } from "./view";

/** Under which name a cell is found again: the id of its row and what it decides about. */
export const cellKey = (rowId: string, subject: string): string => `${rowId} ${subject}`;

type TickProps = {
  cell: string;
  /** What it is about and whose: "Invoices, Ana Pires". */
  name: string;
  isReadOnly: boolean;
  /** Whether the Tab key stops at it: at one cell of a grid. */
  isStop: boolean;
  /** The element that says why. */
  whyId: string;
};

/** A cell of a grid with its tick, or empty where there is nothing to decide. */
export function TickCell({ view, ...tick }: TickProps & { view: CellView | undefined }) {
  return <td className="turn">{view ? <AccessTick {...tick} view={view} /> : null}</td>;
}

/** One cell of access: allowed or not, decided here or wider, staged or saved, without effect; presses are heard by the grid around. */
function AccessTick({ cell, name, view, isReadOnly, isStop, whyId }: TickProps & { view: CellView }) {
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
