import type { ReactNode } from "react";
import { Toaster } from "@/components/ui/toaster";
import "@/app/globals.css";

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" data-theme="system">
      <body>
        {children}
        <Toaster />
      </body>
    </html>
  );
}
