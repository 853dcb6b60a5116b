import type { ReactNode } from "react";
import { TabLinks } from "@/components/ui/tab-links";

const tabs = [
  { href: "/settings", label: "Organisation", exact: true },
  { href: "/settings/modules", label: "Modules" },
  { href: "/settings/customer-portal", label: "Customer portal" },
  { href: "/settings/supplier-portal", label: "Supplier portal" },
  { href: "/settings/sign-in", label: "Sign-in" },
  { href: "/settings/mail", label: "Sending e-mails" },
  { href: "/settings/terms", label: "Terms" },
];

/** The parts of the settings around each of their pages; each page decides itself who may see it. */
export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <TabLinks label="Settings" tabs={tabs} />
      {children}
    </div>
  );
}
