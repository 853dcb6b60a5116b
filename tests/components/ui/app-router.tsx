import {
  AppRouterContext,
  type AppRouterInstance,
} from "next/dist/shared/lib/app-router-context.shared-runtime";
import type { ReactNode } from "react";

/** Notes where a page would go, in place of the browser's history. */
export function fakeRouter(refresh: () => void = () => {}) {
  const went: string[] = [];
  const go = (how: string) => (href: string) => void went.push(`${how} ${href}`);
  const router = {
    push: go("push"),
    replace: go("replace"),
    back: () => {},
    forward: () => {},
    refresh,
    prefetch: () => {},
  } as unknown as AppRouterInstance;
  const Router = ({ children }: { children: ReactNode }) => (
    <AppRouterContext.Provider value={router}>{children}</AppRouterContext.Provider>
  );
  return { went, Router };
}
