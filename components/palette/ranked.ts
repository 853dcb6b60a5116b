import type { Option } from "@/components/ui/use-suggestions";

/** Options in the order of how well their own name fits `query`: beginning with it, holding it, known by other words. */
export function ranked(options: Option[], query: string): Option[] {
  const wanted = query.toLowerCase();
  const rank = ({ label }: Option) => {
    const name = label.toLowerCase();
    if (name.startsWith(wanted)) return 0;
    return name.includes(wanted) ? 1 : 2;
  };
  return options.toSorted((one, other) => rank(one) - rank(other));
}
