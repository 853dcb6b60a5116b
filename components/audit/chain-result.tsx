import { momentText, type Place } from "@/components/time/moment";
import { Banner } from "@/components/ui/banner";
import { CopyField } from "@/components/ui/copy-field";
import { DescriptionList } from "@/components/ui/description-list";
import { findingWords } from "@/lib/audit/finding-words";
import type { findLatestVerification } from "@/lib/audit/verification";

export type Verification = NonNullable<Awaited<ReturnType<typeof findLatestVerification>>>;
/** What the last verification found, and the head to note down. */
export function ChainResult({ verification, ...place }: { verification: Verification } & Place) {
  const { outcome, checked, finishedAt, askedByName, headPosition, headHash } = verification;
  return (
    <>
      {outcome === "intact" ? (
        <Banner tone="good" title="Every event is as it was sealed" live>
          Nothing was changed, removed, inserted or cut off.
        </Banner>
      ) : (
        <Broken verification={verification} {...place} />
      )}
      <DescriptionList
        facts={[
          { term: "Verified", detail: finishedAt ? momentText(finishedAt, place) : "" },
          { term: "Asked for by", detail: askedByName === "Portico" ? "Portico, every night" : askedByName },
          { term: "Events", detail: checked.toLocaleString(place.locale) },
        ]}
      />
      {headPosition && headHash ? (
        <CopyField
          label="Head of the chain"
          value={`${headPosition}:${headHash}`}
          help="Note it where nobody who has the database reaches it. “npm run portico -- audit verify --head” says later whether the chain still passes there."
        />
      ) : null}
    </>
  );
}

function Broken({
  verification: { findings, findingCount },
  ...place
}: { verification: Verification } & Place) {
  const shown = findings.slice(0, 50);
  return (
    <Banner
      tone="bad"
      title={
        findingCount === 1
          ? "One thing is not as it was sealed"
          : `${findingCount.toLocaleString(place.locale)} things are not as they were sealed`
      }
      live
    >
      <ul className="mt-1 grid list-disc gap-1 pl-5">
        {shown.map((finding, at) => (
          <li key={at}>
            {findingWords(finding, (moment) => momentText(moment, place))}
            {finding.eventId && finding.kind !== "removed" ? (
              <>
                {" "}
                <a
                  className="text-link"
                  href={`/audit/${finding.eventId}`}
                  aria-label={`Open the event of finding ${at + 1}`}
                >
                  Open the event
                </a>
              </>
            ) : null}
          </li>
        ))}
      </ul>
      {findingCount > shown.length ? (
        <p>The others are listed by “npm run portico -- audit verify”.</p>
      ) : null}
      <p className="mt-2">
        Somebody changed the database past Portico, or it was restored in part. Keep a copy of it as it is,
        and compare with your backups.
      </p>
    </Banner>
  );
}
