"use client";

import { SignInFrame } from "@/components/frame/sign-in-frame";
import { Button } from "@/components/ui/button";

/** Stands where a page of the portal failed; the number is the one in the server's log. */
export default function PortalError({ error, retry }: { error: unknown; retry: () => void }) {
  const number = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  return (
    <SignInFrame organisation={{ name: "Portal" }} title="Something went wrong">
      <p>
        The page could not be shown. Nothing was changed. Try again in a moment; if it goes on, tell your
        contact person{number ? ` this number: ${number}` : " about it"}.
      </p>
      <Button variant="primary" onClick={() => retry()}>
        Try again
      </Button>
    </SignInFrame>
  );
}
