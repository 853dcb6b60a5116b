"use client";

import { useState, useTransition } from "react";
import { askList } from "@/components/ui/ask-list";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import type { Option } from "@/components/ui/use-suggestions";
import type { Action } from "@/lib/auth/action";
import { memberSuggestion, type MemberSuggestion } from "@/lib/group-roles/input";
import { kindWords, type GroupRoleAudience } from "./words";

type Added = { name: string };

function optionOf({ id, name, detail, isMember }: MemberSuggestion): Option {
  return { value: id, label: name, detail: isMember ? `${detail} · member already` : detail };
}

/** Gives the group role to somebody found by typing a part of their name or e-mail address; at once. Needs script. */
export function AddMember({
  groupRoleId,
  audience = "contact",
  action,
}: {
  groupRoleId: string;
  audience?: GroupRoleAudience;
  action: Action<Added>;
}) {
  const { path, suggestions, person, idName } = kindWords[audience];
  const [chosen, setChosen] = useState<Option | null>(null);
  const [error, setError] = useState<string>();
  const [pending, start] = useTransition();
  const search = async (query: string) => {
    const address = `${path}/${groupRoleId}/${suggestions}?q=${encodeURIComponent(query)}`;
    return (await askList(address, memberSuggestion)).map(optionOf);
  };
  const add = async () => {
    if (!chosen) return setError(`Choose a ${person}.`);
    const result = await action({ groupRoleId, [idName]: chosen.value }).catch(() => null);
    if (!result) return setError("Portico could not be reached, so nobody was added. Try again.");
    if (!result.ok) return setError(result.error.message);
    setChosen(null);
    toast(`${result.data.name} is a member`);
  };
  const choose = (option: Option | null) => {
    setChosen(option);
    setError(undefined);
  };
  return (
    <form
      className="needs-script grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_auto]"
      onSubmit={(event) => {
        event.preventDefault();
        start(add);
      }}
    >
      <Field
        id={idName}
        label={`Add a ${person}`}
        error={error}
        help="Type a part of the name or e-mail address."
      >
        {(control) => <Combobox {...control} value={chosen} search={search} onChange={choose} />}
      </Field>
      <div className="sm:pb-6">
        <Button type="submit" pending={pending}>
          Add member
        </Button>
      </div>
    </form>
  );
}
