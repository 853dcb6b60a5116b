import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { obstacleWords } from "@/lib/access/explain";
import { previewItems, type PreviewedAccess, type PreviewItem } from "./previewed";

/**
 * What a contact would see of the portal: the tabs, what else they may do, and why the rest is hidden. With `after`, the access with
 * staged changes, it shows that and marks what differs from `before`.
 */
export function PortalPreview({ before, after }: { before: PreviewedAccess; after?: PreviewedAccess }) {
  const items = previewItems(before, after);
  const open = items.filter(({ isOpen }) => isOpen);
  const tabs = open.filter(({ isTab }) => isTab);
  const rights = open.filter(({ isTab }) => !isTab);
  const hidden = items.filter(({ isOpen }) => !isOpen);
  const changed = items.filter(({ change }) => change !== null).length;
  return (
    <div className="grid gap-4">
      {after ? (
        <p className="text-muted">
          {changed === 0
            ? "The staged changes change nothing that they see."
            : "As it will be after Update; what changes is marked."}
        </p>
      ) : null}
      <Group title="Tabs">
        <li className="py-1">Dashboard</li>
        {tabs.map((item) => (
          <Open key={item.id} item={item} />
        ))}
      </Group>
      {rights.length > 0 ? (
        <Group title="May also">
          {rights.map((item) => (
            <Open key={item.id} item={item} />
          ))}
        </Group>
      ) : null}
      {hidden.length > 0 ? (
        <Group title="Hidden">
          {hidden.map((item) => (
            <li key={item.id} className="flex flex-wrap items-center gap-x-2 py-1">
              <span className="text-muted">
                {item.label}: {item.reason === obstacleWords.hidden ? item.reason : `hidden, ${item.reason}`}
              </span>
              {item.change ? <Badge tone="bad">Goes away</Badge> : null}
            </li>
          ))}
        </Group>
      ) : null}
    </div>
  );
}

function Open({ item: { label, change } }: { item: PreviewItem }) {
  return (
    <li className="flex flex-wrap items-center gap-x-2 py-1">
      {label}
      {change ? <Badge tone="good">New</Badge> : null}
    </li>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="text-small text-muted">{title}</h3>
      <ul aria-label={title}>{children}</ul>
    </section>
  );
}
