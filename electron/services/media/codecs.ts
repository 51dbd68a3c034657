import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import decodeJpeg, { init as initJpegDecoder } from '@jsquash/jpeg/decode.js';
import encodeJpeg, { init as initJpegEncoder } from '@jsquash/jpeg/encode.js';
import decodePng, { init as initPng } from '@jsquash/png/decode.js';
import resize, { initResize } from '@jsquash/resize';
import decodeWebp, { init as initWebpDecoder } from '@jsquash/webp/decode.js';
import encodeWebp, { init as initWebpEncoder } from '@jsquash/webp/encode.js';
import type { PictureHeader } from './picture-header.js';
import { fitted, isOpaque, reduced, type Pixels } from './pixels.js';

// The codecs are WebAssembly made for pages: Node has to read their modules itself, and lacks the one class they hand pictures over in.
const require = createRequire(import.meta.url);
/** Node's own, which its types leave to the page's. */
const { WebAssembly } = globalThis as unknown as { WebAssembly: { compile(bytes: Uint8Array): Promise<object> } };
const loaded = new Map<string, Promise<object>>();
function moduleAt(name: string): Promise<object> {
  const found = loaded.get(name) ?? readFile(require.resolve(name)).then((bytes) => WebAssembly.compile(bytes));
  loaded.set(name, found);
  return found;
}

/** The part of a page's ImageData that the codecs use. */
class PlainImageData implements Pixels {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
  constructor(data: Uint8ClampedArray<ArrayBuffer>, width: number, height: number) {
    this.data = data;
    this.width = width;
    this.height = height;
  }
}
(globalThis as { ImageData?: unknown }).ImageData ??= PlainImageData;
/** The codecs' types name the page's own class; they use no more of it than Pixels has. */
const asImage = (pixels: Pixels) => pixels as unknown as Parameters<typeof encodeJpeg>[0];

/** The init functions take a compiled module although some of their types only name other options. */
const start = async (init: unknown, name: string, ...more: unknown[]) => { await (init as (module: object, ...rest: unknown[]) => Promise<unknown>)(await moduleAt(name), ...more); };

/** Decodes a picture. Rejects when it is broken or was cut off. */
export async function decode(bytes: Uint8Array, format: PictureHeader['format']): Promise<Pixels> {
  const content = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  if (format === 'jpeg') {
    // A picture that was cut off is decoded with its rest in grey; that it was cut only the decoder's mutterings say.
    let isCut = false;
    await start(initJpegDecoder, '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm', { printErr: (words: string) => { isCut ||= words.includes('Premature end'); } });
    const decoded = await decodeJpeg(content) as unknown as Pixels;
    if (isCut) throw new Error('The JPEG ends too early.');
    return decoded;
  }
  if (format === 'png') {
    await start(initPng, '@jsquash/png/codec/pkg/squoosh_png_bg.wasm');
    return await decodePng(content) as unknown as Pixels;
  }
  await start(initWebpDecoder, '@jsquash/webp/codec/dec/webp_dec.wasm');
  return await decodeWebp(content) as unknown as Pixels;
}

/** Scales a picture down to a longest edge; one that fits is answered as it is. */
export async function scaled(pixels: Pixels, edge: number): Promise<Pixels> {
  const { width, height } = fitted(pixels.width, pixels.height, edge);
  if (width === pixels.width && height === pixels.height) return pixels;
  const near = reduced(pixels, Math.floor(Math.max(pixels.width, pixels.height) / edge));
  if (near.width === width && near.height === height) return near;
  await start(initResize, '@jsquash/resize/lib/resize/pkg/squoosh_resize_bg.wasm');
  // Working in 8 bits takes a third of the memory of linear light; premultiplied only where something shows through.
  return await resize(asImage(near), { width, height, method: 'lanczos3', linearRGB: false, premultiply: !isOpaque(near) }) as unknown as Pixels;
}

/** Writes a JPEG of this quality, 0 to 100; it holds nothing but the picture. */
export async function jpegOf(pixels: Pixels, quality: number): Promise<Uint8Array> {
  await start(initJpegEncoder, '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm');
  return new Uint8Array(await encodeJpeg(asImage(pixels), { quality }));
}

/** Writes a WebP of this quality, 0 to 100, with an effort of 0 to 6: more of it makes smaller files and takes longer. */
export async function webpOf(pixels: Pixels, quality: number, effort = 4): Promise<Uint8Array> {
  await start(initWebpEncoder, '@jsquash/webp/codec/enc/webp_enc_simd.wasm');
  return new Uint8Array(await encodeWebp(asImage(pixels), { quality, method: effort }));
}
