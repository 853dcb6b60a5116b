"use client";

import { useRouter } from "next/navigation";
import { useRef, useState, type FormEvent } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { FileInput } from "@/components/ui/file-input";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { RadioGroup } from "@/components/ui/radio-group";
import type { CompanyKind } from "@/lib/companies/input";
import { sendFile, type Sent } from "./send-file";

const ACTION = "/api/imports";

/** Chooses a CSV file and uploads it, with progress; without script as a plain form. */
export function UploadForm({
  kind,
  refused,
  mostBytes,
  tooLarge,
}: {
  kind: CompanyKind;
  refused?: string;
  mostBytes: number;
  tooLarge: string;
}) {
  const router = useRouter();
  const [problem, setProblem] = useState(refused);
  const [sent, setSent] = useState<Sent>();
  const cancel = useRef<AbortController>(undefined);

  const upload = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const file = data.get("file");
    if (file instanceof File && file.size > mostBytes) return setProblem(tooLarge);
    setProblem(undefined);
    cancel.current = new AbortController();
    const answer = await sendFile(ACTION, data, setSent, cancel.current.signal);
    if (answer.ok) return router.push(answer.href);
    setSent(undefined);
    setProblem(answer.message);
  };

  return (
    <form
      action={ACTION}
      method="post"
      encType="multipart/form-data"
      className="grid gap-5"
      onSubmit={(event) => void upload(event)}
    >
      <ErrorSummary problems={problem ? [{ field: "file", message: problem }] : []} />
      <RadioGroup
        name="kind"
        label="What is in the file?"
        inline
        defaultValue={kind}
        options={[
          { value: "customer", label: "Customers" },
          { value: "supplier", label: "Suppliers" },
        ]}
      />
      <Field
        id="file"
        label="CSV file"
        error={problem}
        help="A row of headings, then a row for each company, with its contact if there is one. At most 64 MB. Excel: Save As, “CSV UTF-8”."
      >
        {(control) => <FileInput name="file" accept=".csv,.txt,.tsv,text/csv,text/plain" {...control} />}
      </Field>
      {sent ? <Progress label="Uploading" value={sent.bytes} max={sent.total} /> : null}
      <FormActions>
        <Button type="submit" variant="primary" pending={sent !== undefined}>
          Upload
        </Button>
        {sent ? (
          <Button onClick={() => cancel.current?.abort()}>Cancel</Button>
        ) : (
          <LinkButton href="/imports">Cancel</LinkButton>
        )}
      </FormActions>
    </form>
  );
}
