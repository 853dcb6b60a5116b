import { toast as sonner } from "sonner";

export type ToastOptions = {
  description?: string;
  /** Takes back what was done. A toast with an undo stays twice as long. */
  undo?: () => unknown;
};

/** Says that something was done: `toast("Ana Trujillo deactivated", { undo })`. */
export function toast(message: string, { description, undo }: ToastOptions = {}): void {
  sonner.success(message, {
    description,
    duration: undo ? 10_000 : 5_000,
    action: undo ? { label: "Undo", onClick: () => void undo() } : undefined,
  });
}

/** Says that something failed, why, and what to do; stays until it is closed or twenty seconds have passed. */
export function toastError(message: string, description?: string): void {
  sonner.error(message, { description, duration: 20_000, closeButton: true });
}
