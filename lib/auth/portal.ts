import { cache } from "react";
import { findPortal } from "@/lib/organisations/queries";

/** The organisation whose portal is at this address, loaded once a request, or null. */
export const loadPortal = cache(findPortal);
