import { momentText, type Place } from "@/components/time/moment";

type Version = {
  version: number;
  text: string | null;
  madeByName: string | null;
  madeAt: Date | null;
  accepted: number;
};

/** Each version of the terms: since when, by whom, how many people accepted it last, and its text. */
export function TermsHistory({ versions, place }: { versions: Version[]; place: Place }) {
  return (
    <ul>
      {versions.map(({ version, text, madeByName, madeAt, accepted }, at) => (
        <li key={version} className="grid gap-1 border-b border-line px-4 py-3 last:border-0">
          <p className="flex flex-wrap justify-between gap-x-4">
            <span className="font-medium">
              {version === 0 ? "The first terms" : `Version ${version}`}
              {at === 0 ? ", in force" : ""}
            </span>
            <span className="text-muted tabular-nums">
              {accepted.toLocaleString(place.locale)} {accepted === 1 ? "login" : "logins"}
            </span>
          </p>
          <p className="text-small text-muted">
            {madeAt ? `Since ${momentText(madeAt, place)}, by ${madeByName}` : "Came with Portico"}
          </p>
          {text ? (
            <details className="text-small">
              <summary className="w-fit text-link">Read this version</summary>
              <div className="mt-2 max-h-60 overflow-auto rounded-control border border-line bg-sunken p-3 whitespace-pre-line">
                {text}
              </div>
            </details>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
