import { randomBytes } from 'node:crypto';

/** A fresh value for the one kind of inline style that is let in: those that the interface library marks with it. */
export const mintNonce = () => randomBytes(16).toString('base64url');

/**
 * What a page may load: its own files and nothing from anywhere else. Style attributes are let in because map labels
 * and glyphs are positioned by them; style elements only with the nonce of this very page.
 */
export const contentPolicy = (nonce?: string) => [
  "default-src 'self'",
  "script-src 'self'",
  `style-src 'self'${nonce ? ` 'nonce-${nonce}'` : ''}`,
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** As above, loosened for the development server: its inline preamble, its injected styles, its reload socket. */
export const developmentPolicy = () => [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "font-src 'self' data:",
  "connect-src 'self' ws://127.0.0.1:*",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** Sent with every answer of either host. */
export const guardHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentPolicy(),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
};
