import { connect } from 'node:net';

export interface RawReply { readonly status: number; readonly headers: ReadonlyMap<string, string>; readonly setCookie?: string; readonly body: string }

/** A host that says nothing for so many milliseconds keeps the answer open; what came so far is the reply. */
const patience = 20_000;

/** Sends the very bytes given, with no client in between that would mend them, and reads until the other end closes. */
export function rawRequest(port: number, head: readonly string[], body: string | Buffer = ''): Promise<RawReply> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`${head.join('\r\n')}\r\n\r\n`);
      socket.write(body);
    });
    socket.on('data', (part) => parts.push(part));
    socket.on('error', (error) => (parts.length ? resolve(parse(parts)) : reject(error)));
    socket.setTimeout(patience, () => { socket.destroy(); resolve(parse(parts)); });
    socket.on('end', () => { socket.destroy(); resolve(parse(parts)); });
  });
}

function parse(parts: readonly Buffer[]): RawReply {
  const text = Buffer.concat(parts).toString('utf8');
  const cut = text.indexOf('\r\n\r\n');
  const [first = '', ...lines] = text.slice(0, cut).split('\r\n');
  const headers = new Map(lines.map((line) => { const at = line.indexOf(':'); return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()] as const; }));
  const setCookie = headers.get('set-cookie');
  return { status: Number(first.split(' ')[1]), headers, ...(setCookie ? { setCookie } : {}), body: text.slice(cut + 4) };
}
