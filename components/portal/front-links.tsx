/** The ways on from a page before sign-in. */
export function FrontLinks({ slug }: { slug: string }) {
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1">
      <a className="text-link" href={`/portal/${slug}/login`}>
        Sign in
      </a>
      <a className="text-link" href={`/portal/${slug}/forgot-password`}>
        Forgot password
      </a>
    </p>
  );
}
