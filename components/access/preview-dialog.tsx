"use client";

import { Drawer } from "@/components/ui/dialog";
import { LinkButton } from "@/components/ui/link-button";
import type { ContactAccess } from "@/lib/access/resolve-access";
import { PortalPreview } from "./portal-preview";

/** What a contact sees of the portal, and what of that the staged changes would change. */
export function PreviewDialog({
  contact,
  access,
  isStaged,
  onClose,
}: {
  contact: { id: string; name: string };
  access: { before: ContactAccess; after: ContactAccess } | undefined;
  isStaged: boolean;
  onClose: () => void;
}) {
  if (!access) return null;
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      dirty={false}
      title={`What will ${contact.name} see?`}
      footer={<LinkButton href={`/contacts/${contact.id}/preview`}>See it as a page</LinkButton>}
    >
      <PortalPreview before={access.before} after={isStaged ? access.after : undefined} />
    </Drawer>
  );
}
