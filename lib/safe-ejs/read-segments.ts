import { MOST_TAGS } from "./limits";
import { TemplateProblem } from "./problem";

/** A stretch of a template: text as it stands, an output tag's inside, or a control tag's inside. */
export type Segment = { kind: "text" | "output" | "code"; text: string; at: number };

const refusedOpeners: Record<string, string> = {
  "<%-": "“<%-” would put something in as it is, unescaped. Use “<%= … %>”.",
  "<%%": "“<%%” is not used in these templates. Take it out.",
};

/** Takes a template apart at its tags as EJS does, and trims spaces and line breaks as EJS does at “<%_”, “_%>” and “-%>”. */
export function readSegments(source: string): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  let tags = 0;
  while (at < source.length) {
    const open = /<%[=\-_#%]?|%>/g;
    open.lastIndex = at;
    const found = open.exec(source);
    const [mark = ""] = found ?? [];
    const start = found?.index ?? source.length;
    const text = source.slice(at, start);
    if (text) segments.push({ kind: "text", at, text: mark === "<%_" ? withoutBlanksAtEnd(text) : text });
    if (!found) break;
    if (mark === "%>") throw new TemplateProblem(start, "“%>” closes a tag that was never opened.");
    if (refusedOpeners[mark]) throw new TemplateProblem(start, refusedOpeners[mark]);
    tags += 1;
    if (tags > MOST_TAGS) throw new TemplateProblem(start, `A template has at most ${MOST_TAGS} tags.`);
    const inside = start + mark.length;
    const end = endOfTag(source, start, inside);
    if (mark !== "<%#")
      segments.push({
        kind: mark === "<%=" ? "output" : "code",
        text: source.slice(inside, end.at),
        at: inside,
      });
    at = end.next;
  }
  return segments;
}

// A pattern would begin anew at each of many blanks that stand in the middle.
function withoutBlanksAtEnd(text: string): string {
  let end = text.length;
  while (text[end - 1] === " " || text[end - 1] === "\t") end -= 1;
  return text.slice(0, end);
}

function endOfTag(source: string, start: number, inside: number): { at: number; next: number } {
  const close = source.indexOf("%>", inside);
  if (close < 0) throw new TemplateProblem(start, "This tag is never closed. Close it with “%>”.");
  const again = source.indexOf("<%", inside);
  if (again >= 0 && again < close)
    throw new TemplateProblem(again, "A tag begins here before the one in front of it is closed with “%>”.");
  const before = close > inside ? source[close - 1] : "";
  if (before === "%") throw new TemplateProblem(close - 1, "“%%>” is not used in these templates.");
  const isTrimmed = before === "-" || before === "_";
  const end = isTrimmed ? close - 1 : close;
  if (end <= inside) throw new TemplateProblem(start, "There is nothing in this tag.");
  let next = close + 2;
  if (before === "_") while (source[next] === " " || source[next] === "\t") next += 1;
  if (isTrimmed && source[next] === "\n") next += 1;
  return { at: end, next };
}
