"use client";

import type { ReactNode } from "react";
import { useNavigation } from "./link-area";
import { TableSkeleton } from "./skeleton";

/** What stands where rows would be, and the outline of rows while some may be on their way. */
export function WhileLoading({ children }: { children: ReactNode }) {
  return useNavigation()?.pending ? <TableSkeleton rows={6} /> : children;
}
