"use client";

import { useState } from "react";
import { askList } from "@/components/ui/ask-list";
import { Card } from "@/components/ui/card";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import type { Option } from "@/components/ui/use-suggestions";
import { contactSuggestion } from "@/lib/contacts/input";
import { mailParts, type MailPart } from "@/lib/mail/input";
import { TemplatePreview } from "./template-preview";
import type { Preview } from "./use-preview";
import { partNames, PATH } from "./words";

/** What is typed, as its reader will see it, and what stands in the way, each leading to its line. */
export function PreviewCard({
  preview: { problems, shown, isWaiting, failure },
  mayChooseContact,
  onContact,
  onShowLine,
}: {
  preview: Preview;
  mayChooseContact: boolean;
  onContact: (contactId: string) => void;
  onShowLine: (part: MailPart, line: number, column: number) => void;
}) {
  const wrong = mailParts.flatMap((part) => {
    const place = problems[part];
    return place ? [{ part, place }] : [];
  });
  return (
    <Card title="Preview">
      <div className="grid gap-4">
        {mayChooseContact ? <ContactChoice onContact={onContact} /> : null}
        <div role="status" className="empty:hidden">
          {wrong.length > 0 ? (
            <ul className="grid gap-1 rounded-control border border-warn bg-warn-soft px-3 py-2 text-small">
              {wrong.map(({ part, place: { line, column, reason } }) => (
                <li key={part}>
                  <button
                    type="button"
                    className="text-left underline underline-offset-3"
                    onClick={() => onShowLine(part, line, column)}
                  >
                    {partNames[part]}, line {line}
                  </button>
                  : {reason}
                </li>
              ))}
              {shown ? <li>Below is what it looked like before.</li> : null}
            </ul>
          ) : null}
          {failure ? <p className="text-small text-bad">{failure}</p> : null}
        </div>
        <TemplatePreview shown={shown} isDim={isWaiting || wrong.length > 0} />
      </div>
    </Card>
  );
}

function ContactChoice({ onContact }: { onContact: (contactId: string) => void }) {
  const [chosen, setChosen] = useState<Option | null>(null);
  const search = async (query: string): Promise<Option[]> => {
    const found = await askList(`${PATH}/contacts?q=${encodeURIComponent(query)}`, contactSuggestion);
    return found.map(({ id, name, companyName }) => ({ value: id, label: name, detail: companyName }));
  };
  return (
    <Field
      id="previewFor"
      className="needs-script"
      label="Made out to"
      optional
      help="A contact by a part of the name or e-mail address; otherwise a sample."
    >
      {(control) => (
        <Combobox
          {...control}
          placeholder="The sample"
          value={chosen}
          search={search}
          onChange={(option) => {
            setChosen(option);
            onContact(option?.value ?? "");
          }}
        />
      )}
    </Field>
  );
}
