/** A server action as a form takes it; works without a script. */
export type FormAction = (data: FormData) => void | Promise<void>;
