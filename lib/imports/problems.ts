import { sql, type SQL } from "drizzle-orm";
import { statusesWithReason } from "@/lib/companies/input";
import type { FieldKey } from "./fields";
import { MOST_LEVELS } from "./place-sites";
import type { Target } from "./values";
import type { Plan } from "./work";

/** A reason why a row cannot be imported that only shows beside the other rows and what is there already. */
type Problem = { field: FieldKey; when: SQL; message: SQL; contactId?: SQL };

const say = (text: string): SQL => sql`${text}::text`;

function codeProblems({ kind, mode }: Plan): Problem[] {
  const problems: Problem[] = [
    {
      field: "code",
      when: sql`m.first_line < s.line`,
      message: sql`format('The code %s is on line %s already.', s.code, m.first_line)`,
    },
    {
      field: "name",
      when: sql`m.is_new AND s.name = ''`,
      message: say("Enter the name of the company."),
    },
  ];
  if (mode === "create")
    problems.push({
      field: "code",
      when: sql`NOT m.is_new`,
      message: sql`format(${`There is a ${kind} with the code %s already. Take the row out, or choose “Create & Update”.`}, s.code)`,
    });
  return problems;
}

function parentProblems({ kind }: Plan): Problem[] {
  return [
    {
      field: "parentCode",
      when: sql`s."parentCode" <> '' AND m.parent_id IS NULL AND m.parent_line IS NULL`,
      message: sql`format(${`There is no ${kind} with the code %s, neither here nor in the file.`}, s."parentCode")`,
    },
    {
      field: "parentCode",
      when: sql`m.is_circular`,
      message: say("Its parent companies lead back to itself."),
    },
    {
      field: "parentCode",
      when: sql`m.depth > ${MOST_LEVELS}`,
      message: say(`More than ${MOST_LEVELS} parent companies stand above it.`),
    },
  ];
}

function statusProblems(targets: readonly Target[]): Problem[] {
  const [status, reason] = ["status", "statusReason"].map((key) =>
    targets.find((target) => target.key === key),
  );
  if (!status || !reason) return [];
  const final = ({ kept, fresh }: Target) => sql`CASE WHEN m.is_new THEN ${fresh} ELSE ${kept} END`;
  return [
    {
      field: "statusReason",
      when: sql`${final(status)} = ANY (${sql.param([...statusesWithReason])}::text[]) AND ${final(reason)} = ''`,
      message: say("Say why: staff read it before they help with an order."),
    },
  ];
}

function contactProblems({ linkLogins }: Plan): Problem[] {
  const problems: Problem[] = [
    {
      field: "contactName",
      when: sql`q.line IS NOT NULL AND q.contact_id IS NULL AND s."contactName" = ''`,
      message: say("Enter the contact’s name, or leave the other cells of the contact empty."),
    },
    {
      field: "contactEmail",
      when: sql`q.namesake_id IS NOT NULL`,
      message: sql`format('%s of this company signs in with another e-mail address. An import does not change how people sign in: change it on their page, or leave the address out.', s."contactName")`,
      contactId: sql`q.namesake_id`,
    },
  ];
  if (!linkLogins)
    problems.push(
      {
        field: "contactEmail",
        when: sql`q.other_id IS NOT NULL`,
        message: sql`format('This e-mail address belongs to %s, a contact of %s, already. If it is the same person, choose to link existing logins.', q.other_name, q.other_company)`,
        contactId: sql`q.other_id`,
      },
      {
        field: "contactEmail",
        when: sql`q.first_line < s.line`,
        message: sql`format('This e-mail address is on line %s already. If it is the same person, choose to link existing logins.', q.first_line)`,
      },
    );
  return problems;
}

/** Every problem of the staged row `s`, matched as `m` and with its person `q`, as a JSON array; null when there is none. */
export function problemsOf(plan: Plan, targets: readonly Target[]): SQL {
  const all = [
    ...codeProblems(plan),
    ...parentProblems(plan),
    ...statusProblems(targets),
    ...contactProblems(plan),
  ];
  const found = all.map(
    ({ field, when, message, contactId }) =>
      sql`CASE WHEN ${when} THEN jsonb_build_object('field', ${field}::text, 'message', ${message}${contactId ? sql`, 'contactId', ${contactId}` : sql``}) END`,
  );
  const any = sql.join(
    all.map(({ when }) => sql`coalesce(${when}, false)`),
    sql` OR `,
  );
  // A row whose cells have slipped says nothing else that is worth reading.
  return sql`CASE WHEN (${any}) AND NOT coalesce(s.problems @> '[{"field": ""}]', false)
    THEN coalesce(s.problems, '[]') || to_jsonb(array_remove(ARRAY[${sql.join(found, sql`, `)}], NULL))
    ELSE s.problems END`;
}
