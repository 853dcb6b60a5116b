/** A promise of the lint rules: `rule` fires on `bad` in `file`, and every rule is silent on `good`. */
export type LintCase = {
  promise: string;
  rule: string;
  file: string;
  bad: string;
  good?: string;
  goodFile?: string;
};
