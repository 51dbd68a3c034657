import { FailureError } from '../../../data/schema/failure.js';

/** True for what names a server and not a folder. */
export const isServerAddress = (words: string) => /^postgres(ql)?:\/\//i.test(words.trim());

const wrongAddress = () => new FailureError('wrong-input', {
  zh: '服务器地址写得不对。写法是 postgres://登录名@服务器/数据库，例如 postgres://wangxi@10.0.0.8/county。请改正后再试。',
  en: 'The server’s address is not well formed. It is written postgres://login@server/database, such as postgres://wangxi@10.0.0.8/county. Correct it and try again.',
}, { field: 'address' });

/** An address taken apart: with its password for the connection, and without it for everything that is shown, logged or stored. */
export interface ServerAddress { readonly shown: string; readonly connection: string; readonly host: string; readonly database: string; readonly login: string; readonly hasPassword: boolean }

/** Reads an address; a password beside it counts before one in it. Throws `wrong-input`, which never repeats what was written. */
export function readAddress(words: string, password?: string): ServerAddress {
  if (!isServerAddress(words)) throw wrongAddress();
  let url: URL;
  try {
    url = new URL(words.trim());
  } catch {
    throw wrongAddress();
  }
  const database = decodeURIComponent(url.pathname.slice(1));
  if (!database || !url.username) throw wrongAddress();
  // A password may also come as a parameter; no form of it may be left in what is shown.
  const secret = password || decodeURIComponent(url.password) || url.searchParams.get('password') || '';
  url.searchParams.delete('password');
  url.password = '';
  const shown = url.toString();
  url.password = encodeURIComponent(secret);
  return { shown, connection: url.toString(), host: url.searchParams.get('host') ?? url.hostname, database, login: decodeURIComponent(url.username), hasPassword: secret !== '' };
}
