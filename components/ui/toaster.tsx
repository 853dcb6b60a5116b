"use client";

import { Toaster as Sonner } from "sonner";

/** Where toasts appear; once, in the root layout. */
export function Toaster() {
  return (
    <Sonner
      position="bottom-right"
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-center gap-3 rounded-control border border-line bg-raised px-4 py-3 text-[0.875rem] text-ink shadow-lift",
          title: "font-medium",
          description: "text-muted",
          icon: "flex-none data-[icon]:text-muted",
          error: "[&_[data-icon]]:text-bad",
          success: "[&_[data-icon]]:text-good",
          content: "min-w-0 flex-1",
          closeButton:
            "order-last grid size-6 flex-none place-content-center rounded-small text-muted hover:text-ink",
          actionButton: "btn btn-secondary btn-small flex-none",
        },
      }}
    />
  );
}
