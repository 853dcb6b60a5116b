import type { Metadata } from "next";
import type { ReactNode } from "react";
import { loadPortal } from "@/lib/auth/portal";

type Props = { params: Promise<{ organisation: string }>; children: ReactNode };

/** Titles name the organisation: its guests need not know what its portal runs on. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const name = (await loadPortal((await params).organisation))?.name ?? "Portal";
  return { title: { default: name, template: `%s · ${name.replaceAll("%s", "")}` } };
}

/** Everything below an organisation's address; its frames come with the pages. */
export default function PortalLayout({ children }: { children: ReactNode }) {
  return children;
}
