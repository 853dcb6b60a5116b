import type { ChangeLine } from "@/lib/access/list-change-lines";

/** What a change says, line by line in its order; where a later line is about the same, it wins. */
export function ChangeLines({ lines }: { lines: ChangeLine[] }) {
  if (lines.length === 0)
    return <p className="p-4 text-muted">Everybody whom this change was for has been deleted since.</p>;
  return (
    <ol className="divide-y divide-line">
      {lines.map((line) => (
        <li key={line.position} className="px-4 py-2 wrap-anywhere">
          <Line {...line} />
        </li>
      ))}
    </ol>
  );
}

function Line({ words, audience, company, contact }: ChangeLine) {
  if (contact) return <a href={`/contacts/${contact.id}`}>{words}</a>;
  if (company) return <a href={`/${audience}s/${company.id}`}>{words}</a>;
  return words;
}
