"use client";

import { useState } from "react";
import { useNavigation } from "@/components/ui/link-area";
import { accessHref, type AccessQuery } from "@/lib/access/access-address";

/** The companies whose contacts are shown. The address holds them; a choice shows at once, before the address has followed. */
export function useChoice(query: AccessQuery) {
  const navigation = useNavigation();
  const { filter } = query.contacts;
  const address = filter.companyIds.join();
  const [ahead, setAhead] = useState({ address, ids: filter.companyIds });
  const chosenIds = ahead.address === address ? ahead.ids : filter.companyIds;
  const onChoose = (companyId: string, isChosen: boolean) => {
    const others = chosenIds.filter((id) => id !== companyId);
    const companyIds = isChosen ? [...others, companyId] : others;
    setAhead({ address, ids: companyIds });
    const contacts = { ...query.contacts, filter: { ...filter, companyIds }, page: undefined };
    navigation?.go(accessHref({ ...query, contacts }), { replace: true });
  };
  return { chosenIds, onChoose };
}
