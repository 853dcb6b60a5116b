import { notFound } from "next/navigation";
import { ChangeFacts } from "@/components/access/changes-facts";
import { ChangeLines } from "@/components/access/changes-lines";
import { ChangeState } from "@/components/access/changes-state";
import { TurnChange } from "@/components/access/changes-turn";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { listChangeLines } from "@/lib/access/list-change-lines";
import { findChange } from "@/lib/access/list-changes";
import { staffPage } from "@/lib/auth/page";
import { may } from "@/lib/auth/route";
import { redoChangeAction, undoChangeAction } from "../../actions";

export const metadata = { title: "Change of access" };

export default staffPage("viewAccess", async ({ tx, session, params, searchParams }) => {
  const change = await findChange(tx, params.changeId ?? "");
  if (!change) notFound();
  const { locale, timeZone } = session.organisation;
  const place = { locale, timeZone };
  const from = /^\d{1,9}$/.test(String(searchParams.from)) ? Number(searchParams.from) : 0;
  const { lines, next } = await listChangeLines(tx, change.id, from);
  const href = `/access/changes/${change.id}`;
  return (
    <div className="grid max-w-[960px] gap-6">
      <PageHeader
        title={change.summary}
        state={<ChangeState {...change} {...place} />}
        breadcrumb={[
          { href: "/access", label: "Portal access" },
          { href: "/access/changes", label: "Changes" },
          { label: change.summary },
        ]}
        actions={
          may(session, "administerAccess") ? (
            <TurnChange change={change} actions={{ undo: undoChangeAction, redo: redoChangeAction }} />
          ) : null
        }
      />
      <Card title="Facts">
        <ChangeFacts change={change} {...place} />
      </Card>
      <Card title="What it says" flush>
        <ChangeLines lines={lines} />
      </Card>
      <Pager
        newerHref={from > 0 ? href : undefined}
        olderHref={next === undefined ? undefined : `${href}?from=${next}`}
        newerLabel="From the start"
        olderLabel="More lines"
      />
    </div>
  );
});
