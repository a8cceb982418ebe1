/**
 * What a window may load and where it may send, in both hosts. Scripts and workers come from the
 * app alone and never from a string; styles may be inline, because the component kit writes its
 * theme into style elements. Nothing reaches the network.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  // WebAssembly is compiled from our own bundle only: SQLite, which reads GeoPackages.
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' data: blob:",
  "media-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers on every answer, from `app://` and from 127.0.0.1 alike. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'fullscreen=(self), window-management=(self), screen-wake-lock=(self), clipboard-write=(self), ' +
    'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
};
