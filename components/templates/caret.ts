/** A field in which text is written. */
export type TextControl = HTMLTextAreaElement | HTMLInputElement;

const copied = [
  "fontFamily",
  "fontSize",
  "fontWeight",
  "lineHeight",
  "letterSpacing",
  "paddingTop",
  "paddingLeft",
  "paddingRight",
  "borderTopWidth",
  "borderLeftWidth",
  "borderRightWidth",
  "borderStyle",
  "boxSizing",
  "tabSize",
] as const;

/** Where the line at `at` stands in a text field, in pixels from its top left corner; browsers do not say, so its text is measured once more. */
export function placeInField(field: TextControl, at: number): { left: number; top: number } {
  const style = getComputedStyle(field);
  const mirror = document.createElement("div");
  for (const name of copied) mirror.style[name] = style[name];
  const isLine = field instanceof HTMLInputElement;
  Object.assign(mirror.style, {
    ...{ position: "fixed", visibility: "hidden", left: "0", top: "0" },
    ...{
      width: `${field.clientWidth}px`,
      whiteSpace: isLine ? "pre" : "pre-wrap",
      overflowWrap: "break-word",
    },
  });
  mirror.textContent = field.value.slice(0, at);
  const mark = mirror.appendChild(document.createElement("span"));
  mark.textContent = "\u200b";
  document.body.append(mirror);
  const left = Math.min(mark.offsetLeft - field.scrollLeft, Math.max(field.clientWidth - 24, 0));
  const top = mark.offsetTop + mark.offsetHeight - field.scrollTop;
  mirror.remove();
  return { left, top: isLine ? field.offsetHeight : Math.min(top, field.clientHeight) };
}

/** Writes `text` in place of what stands between two offsets, as if it had been typed, so that it can be undone by key. */
export function typeInto(
  field: TextControl,
  text: string,
  from: number,
  to: number,
  caret = from + text.length,
) {
  field.focus();
  field.setSelectionRange(from, to);
  // Where the old way of typing is missing, the text is set, and the form told of it.
  if (!document.execCommand?.("insertText", false, text)) {
    field.setRangeText(text, from, to, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  field.setSelectionRange(caret, caret);
}

/** Puts the caret to a line and column, both counted from 1, and brings it into view. */
export function showLine(field: TextControl, line: number, column: number): void {
  const lines = field.value.split("\n");
  const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
  const at = Math.min(start + column - 1, field.value.length);
  field.focus();
  field.setSelectionRange(at, Math.min(start + (lines[line - 1]?.length ?? 0), field.value.length));
  field.scrollTop = Math.max(placeInField(field, at).top + field.scrollTop - field.clientHeight / 2, 0);
}
