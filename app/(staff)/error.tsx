"use client";

import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** What staff see when a page could not be drawn; the number leads to the line in the log. */
export default function StaffError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <div className="grid max-w-[720px] gap-4">
      <h1 className="text-headline">This page could not be shown</h1>
      <EmptyState
        title="Something went wrong on our side"
        actions={
          <Button variant="primary" onClick={reset}>
            Try again
          </Button>
        }
      >
        Nothing was changed.{" "}
        {error.digest ? (
          <>
            If it happens again, tell your administrator this number: <code>{error.digest}</code>
          </>
        ) : null}
      </EmptyState>
    </div>
  );
}
