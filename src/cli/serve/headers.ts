/**
 * What a careful host sends with every answer. The policy is the promise of the whole site: nothing from another host,
 * no inline script or style, no eval, never in a frame but for the charts that are made for one. WebAssembly of its own may
 * be compiled, which the search needs; that lets no text become code.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  "Content-Security-Policy": [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "img-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; "),
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
};

/** The headers of an answer: charts under /embed/ are there to be shown in frames, data for other people's scripts. */
export function headersOf(path: string): Readonly<Record<string, string>> {
  if (path.startsWith("/data/")) return { ...securityHeaders, "Access-Control-Allow-Origin": "*" };
  if (!path.startsWith("/embed/")) return securityHeaders;
  const { "Content-Security-Policy": policy, ...others } = securityHeaders;
  return { ...others, "Content-Security-Policy": policy!.replace("frame-ancestors 'none'", "frame-ancestors *") };
}

const hashed = /^\/assets\/.*[.-][0-9A-Za-z_]{8,}\.[0-9a-z]+$/;

/** A name with a hash never changes its bytes; everything else is asked for again and answered with 304 while it stands. */
export function cacheControl(path: string): string {
  return hashed.test(path) ? "public, max-age=31536000, immutable" : "no-cache";
}
