import type { ReactNode } from "react";
import { momentText, type Place } from "@/components/time/moment";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";

/** A page of the settings: what it is about, who saved it last, and whether that was just now. */
export function SettingsPage({
  title,
  intro,
  save,
  place,
  isSaved,
  saved,
  children,
}: {
  title: string;
  intro: ReactNode;
  /** The last save of what stands here, if anybody made one. */
  save?: { by: string; at: string };
  place: Place;
  isSaved: boolean;
  /** What has come of the save. */
  saved?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="grid max-w-[720px] gap-6">
      <PageHeader title={title} facts={<span>{intro}</span>} />
      {isSaved ? (
        <Banner tone="good" title="Saved" live>
          {saved}
        </Banner>
      ) : null}
      {children}
      {save ? (
        <p className="text-small text-muted">
          Last saved by {save.by}, {momentText(new Date(save.at), place)}
        </p>
      ) : null}
    </div>
  );
}
