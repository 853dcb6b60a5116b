"use client";

import { useMemo, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Drawer } from "@/components/ui/dialog";
import type { Reader } from "@/lib/access/explain";
import type { AccessContactRow } from "@/lib/access/list-access-contacts";
import type { Basis } from "@/lib/access/operations";
import { permissions } from "@/lib/access/permissions";
import type { LedgerEntry } from "@/lib/access/resolve-access";
import { MetDialog } from "./met-dialog";
import { PermissionSwitches } from "./permission-switches";
import { useAccessViews, type InView } from "./use-access-views";
import { usePresses } from "./use-presses";
import { useStaging } from "./use-staging";
import { useUpdate, type SaveChange, type TakeBack } from "./use-update";

const NO_COVERAGE = {};

type Props = {
  contact: AccessContactRow;
  entries: LedgerEntry[];
  today: string;
  basis: Basis;
  reader: Reader;
  storageKey: string;
  actions: { save: SaveChange; undo: TakeBack };
};

/** The ticks of one contact beside their page: staged, previewed and saved as on the screen of portal access. */
export function ContactAccess(props: Props) {
  const { contact, basis, reader, actions } = props;
  const { audience } = contact.subject;
  const [isOpen, setOpen] = useState(false);
  const tools = useStaging(props.storageKey, audience, basis);
  const staged = tools.staging.operations;
  const inView = useInView(props);
  const { viewOf } = useAccessViews(inView, staged, NO_COVERAGE);
  const names = () => ({ contact: contact.name });
  const { press } = usePresses({ inView, coverage: NO_COVERAGE, tools, names });
  const update = useUpdate({ audience, tools, save: actions.save, undo: actions.undo });
  const save = async () => {
    if (await update.save()) setOpen(false);
  };
  return (
    <>
      <Drawer
        title={`What ${contact.name} may see`}
        open={isOpen}
        onOpenChange={setOpen}
        dirty={false}
        trigger={<Button small>{staged.length > 0 ? "Change access (staged)" : "Change access"}</Button>}
        footer={
          <>
            <Button onClick={() => (staged.length > 0 ? update.discard() : setOpen(false))}>
              {staged.length > 0 ? "Discard all" : "Close"}
            </Button>
            <Button
              variant="primary"
              disabled={staged.length === 0}
              pending={update.isSaving}
              onClick={() => void save()}
            >
              Update
            </Button>
          </>
        }
      >
        <div className="grid gap-4">
          {staged.length > 0 ? (
            <Banner tone="info" title="Nothing is saved yet">
              Press Update to save what is marked as staged, as one change.
            </Banner>
          ) : null}
          <PermissionSwitches
            contactId={contact.id}
            permissions={permissions[audience]}
            viewOf={viewOf}
            onPress={press}
          />
        </div>
      </Drawer>
      {update.met ? (
        <MetDialog
          met={update.met}
          staged={staged}
          reader={reader}
          isSaving={update.isSaving}
          onOverrule={() => void save()}
          onKeep={update.keepStaged}
        />
      ) : null}
    </>
  );
}

function useInView({ contact, entries, today, basis, reader }: Props): InView {
  return useMemo(
    () => ({
      ...{ audience: contact.subject.audience, subjects: [contact.subject], companies: [] },
      ...{ entries, today, basis, reader },
    }),
    [contact, entries, today, basis, reader],
  );
}
