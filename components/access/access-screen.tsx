"use client";

import { useRouter } from "next/navigation";
import { useCallback, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { LeaveDialog } from "@/components/ui/leave-dialog";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import { accessPath } from "@/lib/access/access-address";
import { FULL, type Operation } from "@/lib/access/operations";
import { AccessHead } from "./access-head";
import { AccessMenu } from "./access-menu";
import { AccessTray } from "./access-tray";
import { BulkDialog } from "./bulk-dialog";
import { CompaniesSection } from "./companies-section";
import { ContactDialog, type AskedOfContact } from "./contact-dialog";
import { ContactsSection, type RowAct } from "./contacts-section";
import { KeysDialog } from "./keys-dialog";
import { MetDialog } from "./met-dialog";
import { reachChoices } from "./reach-choices";
import type { AccessScreenProps } from "./screen-props";
import type { PressedCell } from "./toggle";
import type { BulkWish } from "./use-bulk";
import { useChoice } from "./use-choice";
import { useAccessViews, type InView } from "./use-access-views";
import { useCoverage } from "./use-coverage";
import { usePresses } from "./use-presses";
import { useStaging } from "./use-staging";
import { useUpdate } from "./use-update";

/** The screen on which access is seen, staged, and saved as one change. */
export function AccessScreen(props: AccessScreenProps) {
  const { query, companies, contacts, chosen, basis, reader, mayAdminister, actions } = props;
  const { audience } = query;
  const router = useRouter();
  const [wish, setWish] = useState<BulkWish | null>(null);
  const [asked, setAsked] = useState<AskedOfContact | null>(null);
  const tools = useStaging(props.storageKey, audience, basis);
  const staged = tools.staging.operations;
  const coverage = useCoverage(actions.cover, audience, staged, contacts.rows, companies.rows);
  const inView = useInView(props);
  const { viewOf, servicesOf, accessOf } = useAccessViews(inView, staged, coverage);
  const presses = usePresses({ inView, coverage, tools, names: useNames(props) });
  const { press, release } = mayAdminister ? presses : noPresses;
  const update = useUpdate({ audience, tools, save: actions.save, undo: actions.undo });
  const leave = useLeaveGuard(staged.length > 0 && !update.isSaving, accessPath(query));
  const choice = useChoice(query);
  const stageFor = (contactId: string, operation: Operation) => {
    const contact = contacts.rows.find(({ id }) => id === contactId)?.name;
    tools.add([{ operation, names: { contact } }]);
  };
  const act = (key: RowAct, contactId: string) => {
    if (key === "grant" || key === "preview") return setAsked({ key, contactId });
    stageFor(contactId, {
      ...{ subject: FULL, effect: key, lastDay: null },
      reach: { kind: "contact", contactId },
    });
  };

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <AccessHead {...props}>
        <KeysDialog />
        <Button onClick={() => router.refresh()}>Refresh</Button>
        {mayAdminister ? <AccessMenu audience={audience} onWish={setWish} /> : null}
      </AccessHead>
      <CompaniesSection {...props} {...choice} viewOf={servicesOf} onPress={press} />
      <ContactsSection {...props} viewOf={viewOf} onPress={press} onRelease={release} onAct={act} />
      <AccessTray
        staged={staged}
        isSaving={update.isSaving}
        onRemove={(id) => tools.remove([id])}
        onClear={update.discard}
        onUpdate={() => void update.save()}
      />
      {wish ? (
        <BulkDialog
          wish={wish}
          audience={audience}
          choices={reachChoices(query, chosen, props.company)}
          measure={actions.measure}
          today={contacts.today}
          locale={reader.locale}
          onStage={(operation, { names }) => tools.add([{ operation, names: { companies: names } }])}
          onClose={() => setWish(null)}
        />
      ) : null}
      <ContactDialog
        asked={asked}
        contacts={contacts}
        audience={audience}
        accessOf={accessOf}
        isStaged={staged.length > 0}
        onStage={stageFor}
        onClose={() => setAsked(null)}
      />
      {update.met ? (
        <MetDialog
          met={update.met}
          staged={staged}
          reader={reader}
          isSaving={update.isSaving}
          onOverrule={() => void update.save()}
          onKeep={update.keepStaged}
        />
      ) : null}
      <LeaveDialog guard={leave} title="Leave without Update?">
        Nothing of what is staged has been saved. It waits in this tab until you come back, update or discard
        it.
      </LeaveDialog>
    </div>
  );
}

const noPresses = { press: () => {}, release: () => {} };

function useInView({ query, companies, contacts, basis, reader }: AccessScreenProps): InView {
  const { audience } = query;
  return useMemo(
    () => ({
      audience,
      subjects: contacts.rows.map(({ subject }) => subject),
      companies: companies.rows.map(({ subject, status }) => ({ subject, isClosed: status === "closed" })),
      entries: [...contacts.entries, ...companies.entries],
      today: contacts.today,
      ...{ basis, reader },
    }),
    [audience, contacts, companies, basis, reader],
  );
}

/** How a contact or a company in view is called. */
function useNames({ companies, contacts }: AccessScreenProps) {
  return useCallback(
    (cell: PressedCell) =>
      "contact" in cell
        ? { contact: contacts.rows.find(({ id }) => id === cell.contact.contactId)?.name }
        : { companies: companies.rows.filter(({ id }) => id === cell.company.id).map(({ name }) => name) },
    [companies, contacts],
  );
}
