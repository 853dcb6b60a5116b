import { Stepper } from "@/components/ui/stepper";

const steps = ["File", "Columns", "Check", "Import"];

/** The way of a file, with the step that it is at; past the last one when all is done. */
export function ImportSteps({ current }: { current: number }) {
  return <Stepper label="Steps of the import" steps={steps} current={current} />;
}
